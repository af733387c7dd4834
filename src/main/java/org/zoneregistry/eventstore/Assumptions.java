package org.zoneregistry.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * Lets a unit of work be decided without reading: on what the engine sourced lately, as if nothing had come since, and as
 * if there were nothing where it has sourced nothing. The append checks all that was assumed, each part from the position
 * that it was known up to, and is rejected like any that lost a race where something differs. So what is appended is as
 * right as after reading, in one round trip instead of two.
 *
 * <p>Put one under {@link #RESOURCE_KEY} before sourcing. <strong>Only an append shows that what was assumed was
 * so</strong>: where the unit of work appends nothing, or fails, its outcome means nothing, and it has to be done again
 * without assumptions.
 */
public final class Assumptions {

    /** Where the engine looks for it. */
    public static final ResourceKey<Assumptions> RESOURCE_KEY = ResourceKey.withLabel("assumptions");

    private final Map<Criterion, Long> knownUpTo = new ConcurrentHashMap<>();

    /** Notes that what matches is known up to a position. */
    void add(Criterion criterion, long upTo) {
        knownUpTo.merge(criterion, upTo, Math::min);
    }

    Map<Criterion, Long> knownUpTo() {
        return Map.copyOf(knownUpTo);
    }
}
