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
 * A transaction that only reads, of one snapshot, on a connection of its own. Its connection goes back to the pool at
 * {@link #end}, also where the pool has not yet handed it out then. Safe for use by several threads.
 */
public final class ReadTransaction {

    private static final int PATIENCE_SECONDS = 3;
    private static final String OVER = "The transaction is over.";

    private final Pool pool;
    private final String limits;
    private @Nullable Future<io.vertx.sqlclient.SqlConnection> connection; // guarded by this
    private boolean hasEnded; // guarded by this

    /**
     * Not begun.
     *
     * @param limits settings of the transaction, as statements
     */
    public ReadTransaction(Pool pool, String limits) {
        this.pool = pool;
        this.limits = limits;
    }

    /** Begins; the connection is the one that the statements are for. */
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

    /** Nothing is sent on a connection that has gone back: it is somebody else's by then. */
    private synchronized <T> Future<T> unlessOver(Supplier<Future<T>> statement) {
        return hasEnded ? Future.failedFuture(OVER) : statement.get();
    }

    /**
     * Ends it. Never fails.
     *
     * @param isInterrupted whether a statement may still be running, which is cancelled then
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
     * A cancel request arrives some time after it was sent, and hits whatever runs on the connection then. So that this
     * is not the next one's statement, nobody gets the connection any more.
     */
    private static Future<Void> cancelled(io.vertx.sqlclient.SqlConnection held) {
        return ((PgConnection) held)
                .cancelRequest()
                .compose(sent -> held.query("select").execute()) // what runs is answered before it
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwiseEmpty()
                .onComplete(answered -> HangUp.drop(held))
                .mapEmpty();
    }
}
