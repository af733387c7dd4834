package org.zoneregistry.platform.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.zoneregistry.eventstore.StoredEvent;

/**
 * A left fold over the log into tables: what they hold depends on the events alone, never on how these were batched,
 * nor on when they were applied.
 */
public interface Projection {

    /** Its name, for ever the same; with {@link #generation()} the key of its token. */
    String name();

    /** Which of several sets of tables this one fills; the first is 1. */
    int generation();

    /** All tables that it fills. */
    List<ProjectionTable> tables();

    /**
     * Folds a batch into the tables. It is called in an open transaction, which will also move the token, and never at
     * the same time as another call for the same generation, on whichever node.
     *
     * @param connection the transaction's; all that is read and written goes through it
     * @param batch events right after those that the tables reflect, in order, without gaps, at least one; types that
     *     the projection doesn't know are among them, and to be passed over
     * @return completes when everything is written; a failure rolls the batch back. If it isn't one that the database
     *     may recover from, the projection stops at the event that caused it
     */
    Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch);
}
