package org.zoneregistry.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.log.KnownHistory;

/**
 * The check of a new connection before it is used: it must lead to the history that this node knows. The check also
 * reads how far the read models are there. A server can't go back while a connection lives, because going back ends all
 * its connections.
 */
@Singleton
final class Proof {

    private static final String POSITIONS = "select name, position from projection";

    private final KnownHistory history;
    private final Positions positions;
    private final Positions onReplica = new Positions();

    Proof(KnownHistory history, Positions positions) {
        this.history = history;
        this.positions = positions;
    }

    /** How far the replica is known to have come. */
    Positions onReplica() {
        return onReplica;
    }

    /** Fails where the database has lost an event that this node has seen. */
    Future<Void> ofPrimary(SqlConnection connection) {
        return Future.all(history.prove(connection), compare(connection, positions, POSITIONS))
                .mapEmpty();
    }

    /** Fails if the replica has another history. */
    Future<Void> ofReplica(SqlConnection connection) {
        long before = onReplica.era();
        return Future.all(history.proveReplica(connection), compare(connection, onReplica, Replica.POSITIONS))
                .map(compared -> {
                    if (onReplica.era() != before) {
                        positions.beginEra();
                    }
                    return null;
                });
    }

    private static Future<Void> compare(SqlConnection connection, Positions known, String question) {
        Positions.Known before = known.known();
        if (before.byName().isEmpty()) {
            return Future.succeededFuture();
        }
        return connection.query(question).execute().map(rows -> {
            known.found(before, read(rows));
            return null;
        });
    }

    static Map<String, Long> read(RowSet<Row> rows) {
        Map<String, Long> read = new HashMap<>();
        rows.forEach(row -> read.merge(row.getString(0), row.getLong(1), Math::max));
        return read;
    }
}
