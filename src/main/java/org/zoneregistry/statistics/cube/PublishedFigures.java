package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.trade.event.PublishedAggregate;

/** Published figures, as known to a prefix of the log. */
public interface PublishedFigures {

    /** The latest revision in the prefix for each of the keys. Keys without a published figure are left out. */
    Uni<List<PublishedFigure>> find(Collection<PublishedAggregate.Key> keys, long knownAt);

    /**
     * A published figure.
     *
     * @param position its place in the log
     */
    record PublishedFigure(PublishedAggregate aggregate, long position) {}
}
