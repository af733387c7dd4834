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
 * Closes a connection whose server says nothing any more. Vert.x 4.5 takes leave of the server instead, whoever closes
 * and why, and then waits for the server to close: for ever, where a network swallows both.
 */
public final class HangUp extends ChannelInboundHandlerAdapter {

    private static final int PATIENCE_SECONDS = 3;

    /** To be called once, for a connection that was opened with a limit of silence and is in no pool yet. */
    static void watch(SqlConnection connection) {
        var socket = ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket();
        var pipeline = socket.channelHandlerContext().pipeline();
        pipeline.addAfter(pipeline.context(IdleStateHandler.class).name(), HangUp.class.getName(), new HangUp());
    }

    private HangUp() {}

    /** Closes a connection of a pool at once, whatever runs on it; the pool opens another when it needs one. */
    public static void drop(SqlConnection connection) {
        var pooled = ((SqlConnectionInternal) connection).unwrap();
        now(((SocketConnectionBase) pooled.unwrap())
                .socket()
                .channelHandlerContext()
                .pipeline()
                .firstContext());
    }

    /** From here on to the socket, past the handlers of PostgreSQL's protocol. */
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
