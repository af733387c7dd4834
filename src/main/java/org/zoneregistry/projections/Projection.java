package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.log.StoredEvent;

/**
 * A left fold over the log into tables. Their content depends on the events alone, never on the batches or on the time
 * of their application.
 */
public interface Projection {

    /** The name; it never changes. */
    String name();

    /**
     * The version of the fold, 1 or more. It must grow whenever the same log would give other tables: other columns, or
     * another meaning. At the next start the tables are then rebuilt.
     */
    int version();

    /** All tables that it fills. No other projection may fill them. */
    List<ProjectionTable> tables();

    /**
     * Folds a batch into the tables. It is called in an open transaction that also moves the token. There are never two
     * calls for the same tables at the same time, on any node.
     *
     * @param connection the connection of the transaction; all reads and writes must use it, and name tables without a
     *     schema, because there may be several sets of them
     * @param batch at least one event, in order and without gaps, right after the events that the tables reflect;
     *     ignore types that the projection doesn't know
     * @return completes when everything is written; a failure rolls the batch back, and unless it is transient, the
     *     projection stops at the event that caused it
     */
    Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch);

    /** The faster way through a long prefix, if there is one. */
    default Optional<BulkFold> bulk() {
        return Optional.empty();
    }
}
