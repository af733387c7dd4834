package org.zoneregistry.zone.write;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.bus.LogPlace;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/** Sources the timelines for commands. */
@Singleton
public final class ZoneTimelinesSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<ZoneBoundary, Timelines> module() {
        return EventSourcedEntityModule.declarative(ZoneBoundary.class, Timelines.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (timelines, event, context) -> evolve(timelines, event))
                        .build())
                .entityFactory(configuration -> (boundary, event, context) -> Timelines.none())
                .criteriaResolver(configuration -> (boundary, context) -> boundary.criteria())
                .build();
    }

    /**
     * Ignores an event that is not yet appended, because it has no place in the log, and decisions do not depend on it.
     */
    private static Timelines evolve(Timelines timelines, EventMessage message) {
        return recorded(message).map(timelines::evolve).orElse(timelines);
    }

    /** The sourced event about zones; empty if it is about something else, or is not yet appended. */
    public static Optional<RecordedZoneEvent> recorded(EventMessage message) {
        return LogPlace.recorded(message, ZoneEvent.class)
                .map(event -> new RecordedZoneEvent(event.position(), event.id(), event.recordedAt(), event.event()));
    }
}
