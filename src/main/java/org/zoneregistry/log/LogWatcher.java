package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the head of the log: by this node's own appends, by the database's notifications, and by polling. It polls on
 * the connection on which it listens. So it detects a dead connection, and opens another.
 */
final class LogWatcher {

    private static final String HEAD = "select position, id from event order by position desc limit 1";
    private static final System.Logger LOG = System.getLogger(LogWatcher.class.getName());
    private static final long RECONNECT_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 5;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final KnownHistory history;
    private final Duration pollInterval;
    private final List<LongConsumer> consumers = new CopyOnWriteArrayList<>();
    private final AtomicLong head = new AtomicLong();

    // on the context only
    private @Nullable SqlConnection listening;
    private long timer;
    private boolean closed;
    private boolean polling;

    LogWatcher(Vertx vertx, Context context, Pool pool, KnownHistory history, Duration pollInterval) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.history = history;
        this.pollInterval = pollInterval;
    }

    void start() {
        context.runOnContext(v -> {
            timer = vertx.setPeriodic(pollInterval.toMillis(), w -> context.runOnContext(x -> poll()));
            listen();
        });
    }

    void close() {
        context.runOnContext(v -> {
            closed = true;
            vertx.cancelTimer(timer);
            SqlConnection connection = listening;
            if (connection != null) {
                giveBack(connection);
            }
        });
    }

    AutoCloseable register(LongConsumer consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }

    /** Reports a position that is in the log. From any thread. */
    void advancedTo(long position) {
        if (head.getAndAccumulate(position, Math::max) < position) {
            tell(position);
        }
    }

    private void tell(long position) {
        for (LongConsumer consumer : consumers) {
            consumer.accept(position);
        }
    }

    private void advancedTo(long position, UUID id) {
        history.saw(position, id);
        advancedTo(position);
    }

    private void listen() {
        if (closed) {
            return;
        }
        Future<SqlConnection> opening = pool.getConnection().compose(this::listeningOn);
        opening.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .onComplete(result -> context.runOnContext(v -> {
                    if (result.succeeded() && !closed) {
                        listening = result.result();
                        tell(head.get()); // after a crash of the database, tables can be behind the log
                        poll(); // finds events that were appended while this node did not listen
                    } else {
                        opening.onSuccess(LogWatcher::giveBack); // gives the connection back now, or when it opens late
                        LOG.log(System.Logger.Level.DEBUG, "can't listen for appends", result.cause());
                        vertx.setTimer(RECONNECT_MILLIS, w -> context.runOnContext(x -> listen()));
                    }
                }));
    }

    private Future<SqlConnection> listeningOn(SqlConnection connection) {
        PgConnection.cast(connection)
                .notificationHandler(notification -> Announcer.read(notification.getPayload(), this::advancedTo));
        connection.closeHandler(lost -> context.runOnContext(v -> lost(connection)));
        return connection
                .query("listen event_appended")
                .execute()
                .map(connection)
                .onFailure(failure -> connection.close());
    }

    /** Stops listening before the session goes back to the pool. */
    private static void giveBack(SqlConnection connection) {
        connection.query("unlisten *").execute().onComplete(done -> connection.close());
    }

    private void lost(SqlConnection connection) {
        if (listening == connection && !closed) {
            listening = null;
            LOG.log(System.Logger.Level.DEBUG, "the connection that listens for appends was lost");
            vertx.setTimer(RECONNECT_MILLIS, v -> context.runOnContext(w -> listen()));
        }
    }

    private void poll() {
        SqlConnection connection = listening;
        if (closed || polling || connection == null) {
            return;
        }
        polling = true;
        Future<RowSet<Row>> answer = connection.query(HEAD).execute();
        answer.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .onComplete(result -> context.runOnContext(v -> {
                    polling = false;
                    if (result.succeeded()) {
                        read(result.result());
                    } else {
                        lost(connection);
                        answer.onComplete(late -> giveBack(connection)); // not while a statement is running on it
                    }
                }));
    }

    private void read(RowSet<Row> rows) {
        for (Row row : rows) {
            advancedTo(row.getLong(0), row.getUUID(1));
        }
    }
}
