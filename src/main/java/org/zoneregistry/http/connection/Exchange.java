package org.zoneregistry.http.connection;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. It is <em>answered</em> when the whole answer has been made. It is <em>over</em> when the
 * answer has been handed to the network, or when the client no longer waits: finished, failed, broken off by the
 * client, reset, or cut. Each happens once, and it is never answered after it is over. Every registered handler is
 * called, even if it registers late.
 *
 * <p>Don't set handlers on the response itself: it has one place for each, so a new handler replaces another. Safe for
 * use by several threads.
 */
public final class Exchange {

    private static final String KEY = Exchange.class.getName();

    /** RFC 9113, 7. */
    private static final long INTERNAL_ERROR = 0x2;

    private final HttpServerResponse response;
    private final @Nullable Connection connection;
    private final int streamId;
    private final List<Runnable> whenAnswered = new ArrayList<>(); // guarded by this
    private final List<Runnable> whenOver = new ArrayList<>(); // guarded by this
    private boolean isAnswered; // guarded by this
    private boolean isOver; // guarded by this
    private volatile long waitsSince;
    private volatile boolean waits;

    Exchange(HttpServerResponse response, @Nullable Connection connection, int streamId) {
        this.response = response;
        this.connection = connection;
        this.streamId = streamId;
    }

    /** Begins the exchange, before any work for the request. */
    static Exchange begin(RoutingContext routing) {
        var request = routing.request();
        boolean isHttp2 = request.version() == HttpVersion.HTTP_2;
        var exchange = new Exchange(
                routing.response(),
                Connection.of(request.connection()),
                isHttp2 ? routing.response().streamId() : -1);
        routing.put(KEY, exchange);
        routing.addEndHandler(ended -> exchange.written());
        if (exchange.connection != null) {
            exchange.connection.begin(exchange);
        } else if (routing.response().closed()) {
            exchange.end();
        }
        return exchange;
    }

    /** The exchange of a request. */
    public static Exchange of(RoutingContext routing) {
        return Objects.requireNonNull(routing.get(KEY), "a request that passed by the filter");
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    int streamId() {
        return streamId;
    }

    /** Whether the client no longer waits. */
    public synchronized boolean isOver() {
        return isOver;
    }

    /** Calls the handler when the exchange is answered, at once if it already is; on any thread. */
    public void whenAnswered(Runnable handler) {
        synchronized (this) {
            if (!isAnswered) {
                whenAnswered.add(handler);
                return;
            }
        }
        handler.run();
    }

    /** Calls the handler when the exchange is over, at once if it already is; on any thread. */
    public void whenOver(Runnable handler) {
        synchronized (this) {
            if (!isOver) {
                whenOver.add(handler);
                return;
            }
        }
        handler.run();
    }

    /** The whole answer has been made. */
    public void answered() {
        List<Runnable> handlers;
        synchronized (this) {
            if (isAnswered) {
                return;
            }
            isAnswered = true;
            handlers = List.copyOf(whenAnswered);
        }
        handlers.forEach(Runnable::run);
    }

    /** Bytes have been handed to the network, and wait for the client. */
    public void waits() {
        waitsSince = System.nanoTime();
        waits = true;
    }

    /** The client has taken the bytes. */
    public void taken() {
        waits = false;
    }

    /** Since when bytes wait for the client, in the JVM's nanoseconds; {@link Long#MAX_VALUE} if none do. */
    long waitsSince() {
        return waits ? waitsSince : Long.MAX_VALUE;
    }

    /**
     * Makes the answer the last one on its connection. What else the client has sent, and what others may see as a part
     * of this request, is not read as a request.
     */
    public void beLast() {
        if (connection != null) {
            connection.endAfter(this);
        }
    }

    /** Ends the exchange, so that the client can't take the partial answer for a complete one. From any thread. */
    public void cut() {
        if (streamId >= 0 && !response.ended() && response.reset(INTERNAL_ERROR)) {
            end();
        } else if (connection != null) {
            connection.cut();
        } else {
            response.reset();
        }
    }

    void check(long now, Duration patience) {
        if (waits && now - waitsSince > patience.toNanos()) {
            cut();
        }
    }

    /** The answer was handed to the network, or has failed. An HTTP/2 stream keeps it until the client has room. */
    private void written() {
        answered();
        if (streamId < 0 || connection == null || !response.ended()) {
            end();
        } else {
            waits();
        }
    }

    /** The exchange is over, for any reason. */
    void end() {
        answered();
        List<Runnable> handlers;
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
            handlers = List.copyOf(whenOver);
        }
        waits = false;
        if (connection != null) {
            connection.ended(this);
        }
        handlers.forEach(Runnable::run);
    }
}
