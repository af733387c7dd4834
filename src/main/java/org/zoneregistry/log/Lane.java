package org.zoneregistry.log;

import static java.util.Objects.requireNonNull;

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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection, kept for a few statements that are prepared once. A call is a single round trip, calls are answered
 * in order, and appends never wait for a pool that readers have emptied. The next call replaces a lost connection. To
 * be used on its context only.
 *
 * <p>The session plans each statement once, for any arguments, and along the indexes. The called functions are written
 * for that.
 */
final class Lane {

    /** A call failed before anything was sent. It may be retried without a check of its outcome. */
    static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSentException(Throwable cause) {
            super("no connection to the database: " + cause.getMessage(), cause);
        }
    }

    private static final class Line {
        final SqlConnection connection;
        final Map<String, PreparedStatement> statements;
        int calls;
        boolean abandoned;

        Line(SqlConnection connection, Map<String, PreparedStatement> statements) {
            this.connection = connection;
            this.statements = statements;
        }

        /** Gives the connection back to the pool, but only if no statement can be running on it. */
        void closeWhenIdle() {
            abandoned = true;
            if (calls == 0) {
                connection.query("reset all").execute().onComplete(done -> connection.close());
            }
        }
    }

    /** A call that isn't answered yet. */
    private record Call(Line line, Promise<RowSet<Row>> answer, long deadlineNanos) {

        boolean isLate() {
            return System.nanoTime() - deadlineNanos >= 0;
        }
    }

    private static final long AFTER_CANCEL_MILLIS = 1_000;
    private static final long OPENING_MILLIS = 3_000;
    private static final String SETTINGS = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off;"
            + " set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off;"
            + " set lock_timeout = '5s'";

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final List<String> statements;
    private final Duration patience;

    private final Queue<Call> calls = new ArrayDeque<>(); // in the order of the calls
    private @Nullable Future<Line> line;
    private boolean watching;
    private boolean closed;

    Lane(Vertx vertx, Context context, Pool pool, Duration patience, String... statements) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.patience = patience;
        this.statements = List.of(statements);
    }

    /**
     * Calls one of the lane's statements. Fails with {@link NotSentException} if nothing was sent, or with the
     * database's error. Any other failure means that the connection was lost or no answer came in time, and the outcome
     * isn't known.
     */
    Future<RowSet<Row>> call(String sql, Tuple arguments) {
        Future<Line> ready = line();
        if (ready.succeeded()) {
            return execute(ready.result(), sql, arguments);
        }
        return within(ready, patience)
                .recover(failure -> Future.failedFuture(new NotSentException(failure)))
                .compose(open -> execute(open, sql, arguments));
    }

    /** Gives the connection back after its last call is answered; later calls fail. */
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
            Future<Line> opening = pool.getConnection()
                    .compose(connection -> connection
                            .query(SETTINGS)
                            .execute()
                            .compose(set -> prepared(connection))
                            .map(prepared -> opened(connection, prepared))
                            .onFailure(failure -> connection.close()));
            // the pool may hand out a dead connection; the next call takes another
            current = opening.timeout(OPENING_MILLIS, TimeUnit.MILLISECONDS)
                    .onFailure(late -> opening.onSuccess(Line::closeWhenIdle));
            line = current;
        }
        return current;
    }

    private Future<Map<String, PreparedStatement>> prepared(SqlConnection connection) {
        Map<String, PreparedStatement> prepared = new HashMap<>();
        Future<Void> last = Future.succeededFuture();
        for (String sql : statements) {
            last = last.compose(v -> connection.prepare(sql))
                    .onSuccess(made -> prepared.put(sql, made))
                    .mapEmpty();
        }
        return last.map(prepared);
    }

    private Line opened(SqlConnection connection, Map<String, PreparedStatement> statements) {
        Line opened = new Line(connection, statements);
        connection.closeHandler(lost -> context.runOnContext(v -> forget(opened)));
        return opened;
    }

    private void forget(Line lost) {
        Future<Line> current = line;
        if (current != null && current.succeeded() && Objects.equals(current.result(), lost)) {
            line = null;
        }
    }

    private Future<RowSet<Row>> execute(Line open, String sql, Tuple arguments) {
        Call call = new Call(open, Promise.promise(), System.nanoTime() + patience.toNanos());
        open.calls++;
        calls.add(call);
        watch();
        requireNonNull(open.statements.get(sql)).query().execute(arguments).onComplete(result -> {
            calls.remove(call);
            open.calls--;
            if (result.succeeded()) {
                call.answer.tryComplete(result.result());
            } else if (Failures.mayEndServer(result.cause())) {
                failIfAlive(call, result.cause());
            } else {
                if (!Failures.isRefusal(result.cause())) {
                    forget(open);
                    open.abandoned = true;
                }
                call.answer.tryFail(result.cause());
            }
            if (open.abandoned) {
                open.closeWhenIdle();
            }
        });
        return call.answer.future();
    }

    /** After an error that may have ended the server, the statement has failed only if the session still exists. */
    private void failIfAlive(Call call, Throwable failure) {
        call.line.calls++;
        call.line.connection.query("select").execute().onComplete(alive -> {
            call.line.calls--;
            call.answer.tryFail(alive.succeeded() ? failure : alive.cause());
            if (alive.failed()) {
                forget(call.line);
                call.line.abandoned = true;
            }
            if (call.line.abandoned) {
                call.line.closeWhenIdle();
            }
        });
    }

    /**
     * One timer for all calls, because the oldest call is the first to be late. A timer for each call would be
     * expensive.
     */
    private void watch() {
        Call oldest = calls.peek();
        if (watching || oldest == null) {
            return;
        }
        watching = true;
        long millis = Math.max(
                1, Duration.ofNanos(oldest.deadlineNanos - System.nanoTime()).toMillis() + 1);
        vertx.setTimer(
                millis,
                due -> context.runOnContext(v -> {
                    watching = false;
                    for (Call late = calls.peek(); late != null && late.isLate(); late = calls.peek()) {
                        cancel(calls.remove());
                    }
                    watch();
                }));
    }

    private void cancel(Call late) {
        PgConnection.cast(late.line.connection).cancelRequest();
        vertx.setTimer(
                AFTER_CANCEL_MILLIS,
                expired -> context.runOnContext(v -> {
                    if (late.answer.tryFail(new TimeoutException("no answer in " + patience))) {
                        forget(late.line);
                        late.line.abandoned = true;
                    }
                }));
    }

    /** The future's own timeout would leave a connection that comes late without an owner. */
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
