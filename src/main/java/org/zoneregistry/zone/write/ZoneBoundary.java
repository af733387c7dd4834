package org.zoneregistry.zone.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventType;

/**
 * The events about zones that a decision depends on: all events of some zones, or the events of one fact.
 *
 * <p>It lists the types of zone events. So a zone's trade is not part of it and never conflicts with it.
 */
public record ZoneBoundary(Set<ZoneCode> zones, @Nullable UUID fact) {

    private static final Set<QualifiedName> TYPES = ZoneEventType.all().stream()
            .map(type -> new QualifiedName(type.wireName()))
            .collect(Collectors.toUnmodifiableSet());

    /** All events about these zones. */
    public static ZoneBoundary of(Set<ZoneCode> zones) {
        return new ZoneBoundary(new TreeSet<>(zones), null);
    }

    /** The event that recorded a fact, and those that corrected it. */
    public static ZoneBoundary ofFact(UUID fact) {
        return new ZoneBoundary(Set.of(), fact);
    }

    /** The criteria for the log. */
    public EventCriteria criteria() {
        List<EventCriteria> criteria = new ArrayList<>();
        for (ZoneCode zone : zones) {
            criteria.add(EventCriteria.havingTags(ZoneTags.zone(zone)).andBeingOneOfTypes(TYPES));
        }
        if (fact != null) {
            criteria.add(EventCriteria.havingTags(ZoneTags.fact(fact)).andBeingOneOfTypes(TYPES));
        }
        return EventCriteria.either(criteria);
    }
}
