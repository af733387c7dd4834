package org.zoneregistry.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection at once, for example when its server is silent. Vert.x 4.5 sends a goodbye message and then waits
 * for the server to close: for ever, if the network loses both messages.
 */
public final class HangUp extends ChannelInboundHandlerAdapter {

    private static final int PATIENCE_SECONDS = 3;

    /** To be called once for a connection that was opened with an idle timeout and is not yet in a pool. */
    static void watch(SqlConnection connection) {
        var socket = ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket();
        var pipeline = socket.channelHandlerContext().pipeline();
        pipeline.addAfter(pipeline.context(IdleStateHandler.class).name(), HangUp.class.getName(), new HangUp());
    }

    private HangUp() {}

    /** Closes a connection of a pool at once, whatever runs on it. The pool opens another when it needs one. */
    public static void drop(SqlConnection connection) {
        var pooled = ((SqlConnectionInternal) connection).unwrap();
        now(((SocketConnectionBase) pooled.unwrap())
                .socket()
                .channelHandlerContext()
                .pipeline()
                .firstContext());
    }

    /** Closes from this handler on to the socket, past the handlers of PostgreSQL's protocol. */
    private static void now(ChannelHandlerContext channel) {
        var _ = channel.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext channel, Object event) {
        if (event instanceof IdleStateEvent) {
            now(channel);
            return;
        }
        if (event instanceof ChannelOutputShutdownEvent) {
            var _ = channel.executor().schedule(() -> now(channel), PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        channel.fireUserEventTriggered(event);
    }
}
