package org.zoneregistry.http.connection;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of one listening socket. Safe for use by several threads. */
final class Connections {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Patience patience;

    Connections(Patience patience) {
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** Adds a connection. If there are too many, the connection that has been idle for the longest time is closed. */
    void add(Connection connection) {
        open.add(connection);
        if (open.size() > patience.mostConnections()) {
            open.stream()
                    .filter(Connection::isIdle)
                    .min(Comparator.comparingLong(Connection::idleSince))
                    .ifPresent(Connection::cut);
        }
    }

    void remove(Connection connection) {
        open.remove(connection);
    }
}
