package org.zoneregistry.commands.bus;

import jakarta.inject.Singleton;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** Finds out whether a command was sent before. */
@Singleton
final class EarlierOutcomeSlice implements EntitySlice {

    @Override
    public EventSourcedEntityModule<EarlierOutcome.Key, EarlierOutcome> module() {
        return EventSourcedEntityModule.declarative(EarlierOutcome.Key.class, EarlierOutcome.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (earlier, event, context) -> earlier.evolve(event))
                        .build())
                .entityFactory(configuration -> (key, event, context) -> EarlierOutcome.NONE)
                .criteriaResolver(configuration ->
                        (key, context) -> EventCriteria.havingTags(new Tag(EarlierOutcome.TAG, key.key())))
                .build();
    }
}
