package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import java.util.function.LongConsumer;
import org.zoneregistry.log.EventLog;

/**
 * A second way in which a projection can fold a long prefix of the log, into empty tables, faster than batch by batch.
 * What it leaves must be, row for row, what {@link Projection#apply} would have left, but for keys that the database
 * gives out.
 */
public interface BulkFold {

    /**
     * The longest prefix, not longer than {@code upTo}, that it can fold; what comes after is folded batch by batch.
     */
    long prefix(long upTo);

    /**
     * Folds a prefix.
     *
     * @param tables the projection's, empty and without indexes; whatever index isn't there at the end is made
     *     afterwards
     * @param upTo the prefix, as {@link #prefix} answered it
     * @param folded is told, from time to time and never with a lower number than before, how far it has come
     * @return completes when the tables are those of the prefix; where it fails they are thrown away
     */
    Uni<Void> fold(EmptyTables tables, EventLog log, long upTo, LongConsumer folded);
}
