package org.zoneregistry.trade.write;

import jakarta.inject.Singleton;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.bus.LogPlace;
import org.zoneregistry.trade.event.EntryEvent;

/** Sources the state of a trade entry. */
@Singleton
public final class EntryStateSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<EntryBoundary, EntryState> module() {
        return EventSourcedEntityModule.declarative(EntryBoundary.class, EntryState.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (state, message, context) -> LogPlace.recorded(message, EntryEvent.class)
                                        .map(state::evolve)
                                        .orElse(state))
                        .build())
                .entityFactory(configuration -> (boundary, event, context) -> new EntryState.Unrecorded())
                .criteriaResolver(configuration -> (boundary, context) -> boundary.criteria())
                .build();
    }
}
