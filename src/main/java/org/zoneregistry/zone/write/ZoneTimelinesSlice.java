package org.zoneregistry.zone.write;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.zoneregistry.platform.axon.EntitySlice;
import org.zoneregistry.platform.axon.LogPlace;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/** How the timelines that a command is decided on are sourced. */
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

    /** What is only about to be appended has no place in the log yet, and nothing is decided on it. */
    private static Timelines evolve(Timelines timelines, EventMessage message) {
        var position = LogPlace.of(message);
        return position.isPresent() && message.payload() instanceof ZoneEvent event
                ? timelines.evolve(
                        new RecordedZoneEvent(position.getAsLong(), UUID.fromString(message.identifier()), event))
                : timelines;
    }
}
