package org.zoneregistry.http.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Has Vert.x accept connections through {@link GuardedTransport}. Named in {@code META-INF/services}, where Quarkus
 * finds it.
 */
public final class GuardedConnections implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (!(builder.findTransport() instanceof JDKTransport)) {
            throw new IllegalStateException("Connections are guarded on the transport of the JDK alone: "
                    + "leave out quarkus.vertx.prefer-native-transport.");
        }
        builder.findTransport(new GuardedTransport());
    }
}
