package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.trade.event.PublishedAggregate;

/** What authorities published, as known to a prefix of the log. */
public interface PublishedFigures {

    /** The latest revision, in the prefix, of each of the keys; keys of which nothing was published are left out. */
    Uni<List<PublishedFigure>> find(Collection<PublishedAggregate.Key> keys, long knownAt);

    /**
     * A published figure.
     *
     * @param position where it stands in the log
     */
    record PublishedFigure(PublishedAggregate aggregate, long position) {}
}
