package org.zoneregistry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.process.OutOfMemory;

/**
 * One client's connection, observed through the bytes at its socket. It is closed if the head of a request doesn't
 * arrive in time, if no request comes for long, or if the client doesn't take its answers. Every {@link Exchange} on it
 * is over when its stream or the connection is closed, whatever other events were seen.
 *
 * <p>The channel's event loop owns its state, except for fields that are marked.
 */
final class Connection extends ChannelDuplexHandler {

    private static final AttributeKey<Object> KEY = AttributeKey.valueOf(Connection.class, "connection");

    /** Set if the class that answers requests is not the one that observes the connection. */
    private static final AttributeKey<Boolean> RELOADED = AttributeKey.valueOf(Connection.class, "reloaded");

    private static final long TICK_MILLIS = 500;

    /** A client that takes less than this of the waiting bytes within the patience counts as gone. */
    private static final long LEAST_TAKEN = 8_192;

    private final Channel channel;
    private final Connections all;
    private final Map<Integer, Exchange> exchanges = new HashMap<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private volatile long idleSince = System.nanoTime(); // from any thread
    private volatile boolean isIdle = true; // from any thread
    private volatile boolean isEnding; // from any thread
    private boolean headBegun;
    private boolean isRefused;
    private @Nullable Http2Connection http2;
    private long written;
    private long takenBefore;
    private long waitsSince;
    private boolean waits;

    Connection(Channel channel, Connections all) {
        this.channel = channel;
        this.all = all;
        channel.attr(KEY).set(this);
        var tick =
                channel.eventLoop().scheduleAtFixedRate(this::check, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> {
            tick.cancel(false);
            all.remove(this);
            List.copyOf(exchanges.values()).forEach(Exchange::end);
        });
        all.add(this);
    }

    /**
     * The connection of a request. Null if the request did not come over a guarded socket, or if development mode has
     * reloaded this class since.
     */
    static @Nullable Connection of(HttpConnection connection) {
        if (!(connection instanceof ConnectionBase base)) {
            return null;
        }
        Object found = base.channel().attr(KEY).get();
        if (found instanceof Connection own) {
            return own;
        }
        if (found != null) {
            reloaded(base.channel());
        }
        return null;
    }

    /** Tells the object of the former class, which hears of no exchange, that requests are answered all the same. */
    static void reloaded(Channel channel) {
        channel.attr(RELOADED).set(true);
    }

    boolean isIdle() {
        return isIdle;
    }

    long idleSince() {
        return idleSince;
    }

    /** Whether later requests are ignored. */
    boolean isEnding() {
        return isEnding;
    }

    /** Ignores later requests, and closes when the current one has its answer. */
    void endAfter(Exchange exchange) {
        isEnding = true;
        exchange.whenOver(() -> {
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        });
    }

    /** A request has come. */
    void begin(Exchange exchange) {
        headBegun = false;
        isIdle = false;
        if (exchange.streamId() < 0) {
            List.copyOf(exchanges.values()).forEach(Exchange::end); // HTTP/1.1 has one exchange at a time
        } else {
            listen();
        }
        exchanges.put(exchange.streamId(), exchange);
        boolean isGone = http2 != null && http2.stream(exchange.streamId()) == null;
        if (isGone || !channel.isActive()) {
            exchange.end();
        }
    }

    /** An exchange is over. From any thread. */
    void ended(Exchange exchange) {
        if (!channel.eventLoop().inEventLoop()) {
            channel.eventLoop().execute(() -> ended(exchange));
            return;
        }
        exchanges.remove(exchange.streamId(), exchange);
        if (exchanges.isEmpty() && !isIdle) {
            idleSince = System.nanoTime();
            isIdle = true;
        }
    }

    /** Whether the client has taken nearly all earlier answers. */
    boolean isTaken() {
        return channel.isWritable() && held.isEmpty();
    }

    /** Runs the action when the client has taken them. Never runs it if the connection is closed before. */
    void whenTaken(Runnable next) {
        held.add(next);
    }

    /** Closes the connection at once and drops the bytes that the client has not taken. From any thread. */
    void cut() {
        if (!channel.eventLoop().inEventLoop()) {
            channel.eventLoop().execute(this::cut);
            return;
        }
        if (waiting() > 0 && channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0); // the system's buffer is dropped too
        }
        // not from the end of the pipeline: closing would wait there until everything is written
        var _ = channel.pipeline().firstContext().close();
    }

    private void listen() {
        var handler = channel.pipeline().get(Http2ConnectionHandler.class);
        if (http2 == null && handler != null) {
            http2 = handler.connection();
            http2.addListener(new Http2ConnectionAdapter() {
                @Override
                public void onStreamClosed(Http2Stream stream) {
                    Exchange closed = exchanges.get(stream.id());
                    if (closed != null) {
                        closed.end();
                    }
                }
            });
        }
    }

    private void check() {
        long now = System.nanoTime();
        Patience patience = all.patience();
        if (!isTaking(now, patience.take())) {
            cut();
        } else if (!exchanges.isEmpty()) {
            for (Exchange exchange : List.copyOf(exchanges.values())) {
                exchange.check(now, patience.take());
            }
        } else if (!waits
                && now - idleSince > (headBegun && http2 == null ? patience.head() : patience.idle()).toNanos()) {
            cut();
        }
    }

    /** Whether the client has taken enough of the waiting bytes, since they began to wait or since the last check. */
    private boolean isTaking(long now, Duration patience) {
        long waiting = waiting();
        long taken = written - waiting;
        if (waiting == 0) {
            waits = false;
        } else if (!waits || now - waitsSince > patience.toNanos()) {
            boolean isEnough = !waits || taken - takenBefore >= LEAST_TAKEN;
            waits = true;
            waitsSince = now;
            takenBefore = taken;
            return isEnough;
        }
        return true;
    }

    private long waiting() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : Math.max(0, buffer.totalPendingWriteBytes() - buffer.currentProgress());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (exchanges.isEmpty() && !headBegun) {
            headBegun = true;
            if (http2 == null) {
                idleSince = System.nanoTime();
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        while (channel.isWritable() && !held.isEmpty()) {
            held.remove().run();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isRefused) { // the rest of an answer that was replaced
            ReferenceCountUtil.release(message);
            var _ = context.write(Unpooled.EMPTY_BUFFER, promise);
            return;
        }
        written += switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case ByteBufHolder holder -> holder.content().readableBytes();
            default -> 0;
        };
        boolean isUnread =
                http2 == null && exchanges.isEmpty() && channel.attr(RELOADED).get() == null;
        ByteBuf unread = isUnread && message instanceof ByteBuf bytes
                ? Unread.explained(bytes).orElse(null)
                : null;
        if (unread == null) {
            var _ = context.write(message, promise);
        } else {
            isRefused = true;
            ReferenceCountUtil.release(message);
            var _ = context.write(unread, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        OutOfMemory.endIf(cause);
        if (cause instanceof IOException && channel.pipeline().get(VertxHandler.class) == null) {
            var _ = context.close(); // nobody else would handle a reset before the first line
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
