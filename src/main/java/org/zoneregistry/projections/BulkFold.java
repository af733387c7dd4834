package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import java.util.function.LongConsumer;
import org.zoneregistry.log.EventLog;

/**
 * A faster way to fold a long prefix of the log into empty tables. Its result must be the same, row for row, as the
 * result of {@link Projection#apply}, except for keys that the database generates.
 */
public interface BulkFold {

    /** The longest prefix, up to {@code upTo}, that it can fold. Later events are folded batch by batch. */
    long prefix(long upTo);

    /**
     * Folds a prefix.
     *
     * @param tables the tables of the projection, empty and without indexes; indexes that are missing at the end are
     *     made afterwards
     * @param upTo the prefix, as returned by {@link #prefix}
     * @param folded receives the progress from time to time; the number never decreases
     * @return completes when the tables hold the prefix; after a failure they are dropped
     */
    Uni<Void> fold(EmptyTables tables, EventLog log, long upTo, LongConsumer folded);
}
