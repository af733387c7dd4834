package org.zoneregistry.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Lets a unit of work decide without reading the database. The decision uses the events that the engine sourced
 * recently and assumes that no newer ones exist. A criterion that was never sourced is assumed to have no events. The
 * append then checks each assumption from the position up to which it was known. If one is wrong, the append is
 * rejected like any append that lost a race. So the result is as correct as with reading, in one round trip instead of
 * two.
 *
 * <p>Put one under {@link #RESOURCE_KEY} before sourcing. <strong>Only a successful append proves the
 * assumptions.</strong> If the unit of work appends nothing, or fails, ignore its outcome and run it again without
 * assumptions.
 */
public final class Assumptions {

    /** The key under which the engine looks for it. */
    public static final ResourceKey<Assumptions> RESOURCE_KEY = ResourceKey.withLabel("assumptions");

    private final Map<Criterion, Long> knownUpTo = new ConcurrentHashMap<>();
    private volatile @Nullable Asked asked;

    private record Asked(EventCriteria criteria, List<Criterion> alternatives) {}

    /** The alternatives of the criteria. Sourcing and appending mostly use the same criteria object. */
    List<Criterion> alternatives(EventCriteria criteria) {
        Asked before = asked;
        if (before == null || before.criteria != criteria) {
            before = new Asked(criteria, Criterion.of(criteria));
            asked = before;
        }
        return before.alternatives;
    }

    /** Notes the position up to which all matching events are known. */
    void add(Criterion criterion, long upTo) {
        knownUpTo.merge(criterion, upTo, Math::min);
    }

    Map<Criterion, Long> knownUpTo() {
        return Map.copyOf(knownUpTo);
    }
}
