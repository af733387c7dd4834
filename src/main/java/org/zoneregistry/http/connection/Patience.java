package org.zoneregistry.http.connection;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a node waits for a client, and how many clients it accepts.
 *
 * @param head how long the head of a request may take to arrive, from its first byte on
 * @param idle how long a connection without requests is kept
 * @param take how long a client may take no bytes of a waiting answer
 * @param mostConnections the largest number of connections
 */
record Patience(Duration head, Duration idle, Duration take, int mostConnections) {

    /** Reads the configuration. It is not injected, because Vert.x accepts connections and knows no beans. */
    static Patience configured() {
        Config config = ConfigProvider.getConfig();
        return new Patience(
                config.getValue("registry.http.head-patience", Duration.class),
                config.getValue("registry.http.idle-patience", Duration.class),
                config.getValue("registry.http.take-patience", Duration.class),
                config.getValue("registry.http.most-connections", Integer.class));
    }
}
