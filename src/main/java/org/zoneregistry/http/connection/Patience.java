package org.zoneregistry.http.connection;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a node waits for a client, and how many clients it has.
 *
 * @param head how long the head of a request may take to arrive, from its first byte on
 * @param idle how long a connection may be kept on which nothing is asked
 * @param take how long a client may take nothing of an answer that waits for it
 * @param mostConnections how many connections there may be
 */
record Patience(Duration head, Duration idle, Duration take, int mostConnections) {

    /** As it is configured. Not injected: connections are accepted by Vert.x, which knows no beans. */
    static Patience configured() {
        Config config = ConfigProvider.getConfig();
        return new Patience(
                config.getValue("registry.http.head-patience", Duration.class),
                config.getValue("registry.http.idle-patience", Duration.class),
                config.getValue("registry.http.take-patience", Duration.class),
                config.getValue("registry.http.most-connections", Integer.class));
    }
}
