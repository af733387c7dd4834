package org.zoneregistry.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Lets a unit of work be decided without reading: on what the engine sourced lately, as if nothing had come since, and
 * as if there were nothing where it has sourced nothing. The append checks all that was assumed, each part from the
 * position that it was known up to, and is rejected like any that lost a race where something differs. So what is
 * appended is as right as after reading, in one round trip instead of two.
 *
 * <p>Put one under {@link #RESOURCE_KEY} before sourcing. <strong>Only an append shows that what was assumed was
 * so</strong>: where the unit of work appends nothing, or fails, its outcome means nothing, and it has to be done again
 * without assumptions.
 */
public final class Assumptions {

    /** Where the engine looks for it. */
    public static final ResourceKey<Assumptions> RESOURCE_KEY = ResourceKey.withLabel("assumptions");

    private final Map<Criterion, Long> knownUpTo = new ConcurrentHashMap<>();
    private volatile @Nullable Asked asked;

    private record Asked(EventCriteria criteria, List<Criterion> alternatives) {}

    /** The alternatives of criteria, which for sourcing and for appending are mostly the same object. */
    List<Criterion> alternatives(EventCriteria criteria) {
        Asked before = asked;
        if (before == null || before.criteria != criteria) {
            before = new Asked(criteria, Criterion.of(criteria));
            asked = before;
        }
        return before.alternatives;
    }

    /** Notes that what matches is known up to a position. */
    void add(Criterion criterion, long upTo) {
        knownUpTo.merge(criterion, upTo, Math::min);
    }

    Map<Criterion, Long> knownUpTo() {
        return Map.copyOf(knownUpTo);
    }
}
