package org.zoneregistry.http.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Makes Vert.x accept connections through {@link GuardedTransport}. {@code META-INF/services} names this class, where
 * Quarkus finds it.
 */
public final class GuardedConnections implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (!(builder.findTransport() instanceof JDKTransport)) {
            throw new IllegalStateException("Connections can only be guarded on the transport of the JDK: "
                    + "remove the setting quarkus.vertx.prefer-native-transport.");
        }
        builder.findTransport(new GuardedTransport());
    }
}
