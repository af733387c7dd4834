package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.HangUp;

/**
 * A read-only transaction of one snapshot, on its own connection. {@link #end} returns the connection to the pool, even
 * if the pool hands it out only later. Safe for use by several threads.
 */
public final class ReadTransaction {

    private static final int PATIENCE_SECONDS = 3;
    private static final String OVER = "The transaction is over.";

    private final Pool pool;
    private final String limits;
    private @Nullable Future<io.vertx.sqlclient.SqlConnection> connection; // guarded by this
    private boolean hasEnded; // guarded by this

    /**
     * A transaction that has not begun.
     *
     * @param limits settings of the transaction, as statements
     */
    public ReadTransaction(Pool pool, String limits) {
        this.pool = pool;
        this.limits = limits;
    }

    /** Begins. Statements must use the returned connection. */
    public Uni<SqlConnection> begun() {
        return Uni.createFrom().completionStage(this::begin);
    }

    private synchronized CompletionStage<SqlConnection> begin() {
        if (hasEnded) {
            throw new IllegalStateException(OVER);
        }
        var asked = pool.getDelegate().getConnection();
        connection = asked;
        return asked.compose(held -> unlessOver(held::begin)
                        .compose(begun -> unlessOver(() -> held.query(
                                        "set transaction isolation level repeatable read, read only; " + limits)
                                .execute()))
                        .map(set -> SqlConnection.newInstance(held)))
                .toCompletionStage();
    }

    /** Refuses to send on a connection that was returned: another caller has it by then. */
    private synchronized <T> Future<T> unlessOver(Supplier<Future<T>> statement) {
        return hasEnded ? Future.failedFuture(OVER) : statement.get();
    }

    /**
     * Ends it. Never fails.
     *
     * @param isInterrupted whether a statement may still be running; it is cancelled
     */
    public Uni<Void> end(boolean isInterrupted) {
        return Uni.createFrom()
                .completionStage(() -> ended(isInterrupted).otherwiseEmpty().toCompletionStage());
    }

    private synchronized Future<Void> ended(boolean isInterrupted) {
        hasEnded = true;
        var held = connection;
        if (held == null) {
            return Future.succeededFuture();
        }
        return isInterrupted && held.succeeded()
                ? cancelled(held.result())
                : held.compose(io.vertx.sqlclient.SqlConnection::close);
    }

    /**
     * A cancel request arrives some time after it was sent, and cancels the statement that runs then. So the connection
     * is not reused: the request could cancel a statement of the next caller.
     */
    private static Future<Void> cancelled(io.vertx.sqlclient.SqlConnection held) {
        return ((PgConnection) held)
                .cancelRequest()
                .compose(sent -> held.query("select").execute()) // the running statement is answered before this one
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwiseEmpty()
                .onComplete(answered -> HangUp.drop(held))
                .mapEmpty();
    }
}
