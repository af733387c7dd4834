package org.zoneregistry.trade.write.aggregate;

import jakarta.inject.Singleton;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.bus.LogPlace;
import org.zoneregistry.trade.event.AggregateEvent;

/** Sources the state of a published figure. */
@Singleton
final class AggregateStateSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<AggregateBoundary, AggregateState> module() {
        return EventSourcedEntityModule.declarative(AggregateBoundary.class, AggregateState.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (state, message, context) -> LogPlace.recorded(message, AggregateEvent.class)
                                        .map(state::evolve)
                                        .orElse(state))
                        .build())
                .entityFactory(configuration -> (boundary, event, context) -> AggregateState.UNPUBLISHED)
                .criteriaResolver(configuration -> (boundary, context) -> boundary.criteria())
                .build();
    }
}
