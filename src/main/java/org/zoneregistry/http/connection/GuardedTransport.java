package org.zoneregistry.http.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/** Puts a {@link Connection} before all other handlers of an accepted connection. */
final class GuardedTransport extends JDKTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        ChannelHandler vertx = bootstrap.config().childHandler();
        var all = new Connections(Patience.configured());
        bootstrap.childHandler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new Connection(channel, all)).addLast(vertx);
            }
        });
    }
}
