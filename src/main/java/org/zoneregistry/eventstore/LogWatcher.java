package org.zoneregistry.eventstore;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows soon how far the log has come: from this node's own appends, from the database's notifications on a connection
 * of its own, and, because notifications are lost with their connection, from looking every so often.
 */
final class LogWatcher {

    static final String HEAD = "select position, recorded_at from event order by position desc limit 1";

    private static final System.Logger LOG = System.getLogger(LogWatcher.class.getName());
    private static final long RECONNECT_MILLIS = 500;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final Duration pollInterval;
    private final List<LongConsumer> consumers = new CopyOnWriteArrayList<>();
    private final AtomicLong head = new AtomicLong();

    // on the context only
    private @Nullable SqlConnection listening;
    private long timer;
    private boolean closed;
    private boolean polling;

    LogWatcher(Vertx vertx, Context context, Pool pool, Duration pollInterval) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
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
                // a session goes back to the pool without what it listened to
                connection.query("unlisten *").execute().onComplete(done -> connection.close());
            }
        });
    }

    AutoCloseable register(LongConsumer consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }

    /** Tells of a position that is in the log. From any thread. */
    void advancedTo(long position) {
        if (head.getAndAccumulate(position, Math::max) < position) {
            for (LongConsumer consumer : consumers) {
                consumer.accept(position);
            }
        }
    }

    private void listen() {
        if (closed) {
            return;
        }
        pool.getConnection()
                .compose(connection -> {
                    PgConnection.cast(connection)
                            .notificationHandler(notification -> advancedTo(Long.parseLong(notification.getPayload())));
                    connection.closeHandler(lost -> context.runOnContext(v -> lost()));
                    return connection
                            .query("listen event_appended")
                            .execute()
                            .map(connection)
                            .onFailure(failure -> connection.close());
                })
                .onComplete(result -> context.runOnContext(v -> {
                    if (result.succeeded()) {
                        listening = result.result();
                        if (closed) {
                            listening.close();
                        }
                        poll(); // for what came while nobody listened
                    } else {
                        LOG.log(System.Logger.Level.DEBUG, "can't listen for appends", result.cause());
                        vertx.setTimer(RECONNECT_MILLIS, w -> context.runOnContext(x -> listen()));
                    }
                }));
    }

    private void lost() {
        if (listening != null && !closed) {
            listening = null;
            LOG.log(
                    System.Logger.Level.INFO,
                    "the connection that listens for appends was lost; polling until it is back");
            vertx.setTimer(RECONNECT_MILLIS, v -> context.runOnContext(w -> listen()));
        }
    }

    private void poll() {
        if (closed || polling || consumers.isEmpty()) {
            return;
        }
        polling = true;
        pool.preparedQuery(HEAD)
                .execute()
                .onComplete(result -> context.runOnContext(v -> {
                    polling = false;
                    if (result.succeeded()) {
                        for (Row row : result.result()) {
                            advancedTo(row.getLong(0));
                        }
                    }
                }));
    }
}
