package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.log.StoredEvent;

/**
 * A left fold over the log into tables: what they hold depends on the events alone, never on how these were batched,
 * nor on when they were applied.
 */
public interface Projection {

    /** Its name, for ever the same. */
    String name();

    /**
     * The version of the fold, 1 or more. It grows whenever tables that were filled before would not be what this fold
     * makes of the same log: other tables, other columns, another meaning. At the next start they are then filled anew.
     */
    int version();

    /** All tables that it fills. No other projection fills any of them. */
    List<ProjectionTable> tables();

    /**
     * Folds a batch into the tables. It is called in an open transaction, which will also move the token, and never at
     * the same time as another call for the same tables, on whichever node.
     *
     * @param connection the transaction's; all that is read and written goes through it, and tables are named without
     *     their schema, since there may be several of them
     * @param batch events right after those that the tables reflect, in order, without gaps, at least one; types that
     *     the projection doesn't know are among them, and to be passed over
     * @return completes when everything is written; a failure rolls the batch back. If it isn't one that the database
     *     may recover from, the projection stops at the event that caused it
     */
    Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch);

    /** Its faster way through a long prefix, if it has one. */
    default Optional<BulkFold> bulk() {
        return Optional.empty();
    }
}
