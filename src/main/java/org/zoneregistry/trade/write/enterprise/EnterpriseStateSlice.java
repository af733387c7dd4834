package org.zoneregistry.trade.write.enterprise;

import jakarta.inject.Singleton;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.zoneregistry.platform.axon.EntitySlice;
import org.zoneregistry.platform.axon.LogPlace;
import org.zoneregistry.trade.event.EnterpriseRegistered;

/** How it is found out whether an enterprise was registered. */
@Singleton
final class EnterpriseStateSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<EnterpriseBoundary, EnterpriseState> module() {
        return EventSourcedEntityModule.declarative(EnterpriseBoundary.class, EnterpriseState.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (state, message, context) -> LogPlace.recorded(message, EnterpriseRegistered.class)
                                        .map(EnterpriseState::new)
                                        .orElse(state))
                        .build())
                .entityFactory(configuration -> (boundary, event, context) -> EnterpriseState.UNREGISTERED)
                .criteriaResolver(configuration -> (boundary, context) -> boundary.criteria())
                .build();
    }
}
