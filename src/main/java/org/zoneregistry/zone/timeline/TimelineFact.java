package org.zoneregistry.zone.timeline;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneFact;

/**
 * A fact in a prefix of the log, with the content of its last amendment, if it has one.
 *
 * @param position the position of the event that recorded it, which orders the facts of one day
 * @param id the id of that event; {@code null} for a fact that is only being considered
 * @param fact its current content
 */
public record TimelineFact(long position, @Nullable UUID id, ZoneFact fact) {

    /** Effective day, then position: the order of the fold. */
    public static final Comparator<TimelineFact> EFFECTIVE_ORDER = Comparator.comparing(
                    (TimelineFact fact) -> fact.fact().effectiveOn())
            .thenComparingLong(TimelineFact::position);

    /** A fact without a place in the log. It comes after all others of its day. */
    static TimelineFact considered(ZoneFact fact) {
        return new TimelineFact(Long.MAX_VALUE, null, fact);
    }
}
