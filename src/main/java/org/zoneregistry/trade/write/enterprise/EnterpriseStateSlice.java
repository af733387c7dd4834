package org.zoneregistry.trade.write.enterprise;

import jakarta.inject.Singleton;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.bus.LogPlace;
import org.zoneregistry.trade.event.EnterpriseEvent;

/** Sources the state of an enterprise. */
@Singleton
final class EnterpriseStateSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<EnterpriseBoundary, EnterpriseState> module() {
        return EventSourcedEntityModule.declarative(EnterpriseBoundary.class, EnterpriseState.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (state, message, context) -> LogPlace.recorded(message, EnterpriseEvent.class)
                                        .map(state::evolve)
                                        .orElse(state))
                        .build())
                .entityFactory(configuration -> (boundary, event, context) -> EnterpriseState.UNREGISTERED)
                .criteriaResolver(configuration -> (boundary, context) -> boundary.criteria())
                .build();
    }
}
