package org.zoneregistry.eventstore;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection, kept for one statement that is prepared once: a call is a single round trip, calls on their way are
 * answered in order, and appends never wait for a pool that readers have emptied. A lost connection is replaced by
 * the next call. To be used on its context only.
 */
final class Lane {

    /** Where a call failed before anything was sent; it may be tried again without asking what became of it. */
    static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSentException(Throwable cause) {
            super("no connection to the database: " + cause.getMessage(), cause);
        }
    }

    private static final class Line {
        final SqlConnection connection;
        final PreparedStatement statement;
        int calls;
        boolean abandoned;

        Line(SqlConnection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        /** Gives the connection back to the pool, but never one with a statement on it that may still be running. */
        void closeWhenIdle() {
            abandoned = true;
            if (calls == 0) {
                connection.close();
            }
        }
    }

    private static final long AFTER_CANCEL_MILLIS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final String sql;
    private final Duration patience;

    private @Nullable Future<Line> line;
    private boolean closed;

    Lane(Vertx vertx, Context context, Pool pool, String sql, Duration patience) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.sql = sql;
        this.patience = patience;
    }

    /**
     * Calls the statement. Fails with {@link NotSentException} where nothing was sent; with the database's error; or
     * otherwise where the connection was lost, or no answer came in time, and it isn't known what the call did.
     */
    Future<RowSet<Row>> call(Tuple arguments) {
        Future<Line> ready = line();
        if (ready.succeeded()) {
            return execute(ready.result(), arguments);
        }
        return within(ready, patience)
                .recover(failure -> Future.failedFuture(new NotSentException(failure)))
                .compose(open -> execute(open, arguments));
    }

    /** Gives the connection back once its last call is answered; later calls fail. */
    void close() {
        closed = true;
        Future<Line> open = line;
        line = null;
        if (open != null) {
            open.onSuccess(Line::closeWhenIdle);
        }
    }

    private Future<Line> line() {
        if (closed) {
            return Future.failedFuture("the engine is closed");
        }
        Future<Line> current = line;
        if (current == null || current.failed()) {
            current = pool.getConnection()
                    .compose(connection -> connection
                            .prepare(sql)
                            .map(statement -> opened(connection, statement))
                            .onFailure(failure -> connection.close()));
            line = current;
        }
        return current;
    }

    private Line opened(SqlConnection connection, PreparedStatement statement) {
        Line opened = new Line(connection, statement);
        connection.closeHandler(lost -> context.runOnContext(v -> forget(opened)));
        return opened;
    }

    private void forget(Line lost) {
        Future<Line> current = line;
        if (current != null && current.succeeded() && Objects.equals(current.result(), lost)) {
            line = null;
        }
    }

    private Future<RowSet<Row>> execute(Line open, Tuple arguments) {
        Promise<RowSet<Row>> answer = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), expired -> cancel(open, answer));
        open.calls++;
        open.statement.query().execute(arguments).onComplete(result -> {
            vertx.cancelTimer(timer);
            open.calls--;
            if (result.succeeded()) {
                answer.tryComplete(result.result());
            } else {
                if (!Failures.isStatementError(result.cause())) {
                    forget(open);
                    open.abandoned = true;
                }
                answer.tryFail(result.cause());
            }
            if (open.abandoned) {
                open.closeWhenIdle();
            }
        });
        return answer.future();
    }

    private void cancel(Line slow, Promise<RowSet<Row>> answer) {
        PgConnection.cast(slow.connection).cancelRequest();
        vertx.setTimer(AFTER_CANCEL_MILLIS, expired -> {
            if (answer.tryFail(new TimeoutException("no answer in " + patience))) {
                forget(slow);
                slow.abandoned = true;
            }
        });
    }

    /** Not the future's own timeout, which would leave a connection that comes late without an owner. */
    private Future<Line> within(Future<Line> opening, Duration limit) {
        Promise<Line> promise = Promise.promise();
        long timer = vertx.setTimer(
                limit.toMillis(), expired -> promise.tryFail(new TimeoutException("no connection in " + limit)));
        opening.onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                promise.tryComplete(result.result());
            } else {
                promise.tryFail(result.cause());
            }
        });
        return promise.future();
    }
}
