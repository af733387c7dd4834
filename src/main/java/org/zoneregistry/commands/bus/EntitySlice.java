package org.zoneregistry.commands.bus;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zoneregistry.decision.RecordedEvent;

/** A kind of state for decisions, and how it is sourced. */
public interface EntitySlice {

    /** Its wiring. Every call makes a new module. */
    EventSourcedEntityModule<?, ?> module();

    /**
     * A state that is folded from recorded events of one kind. Events that are not appended yet are left out, because
     * they have no place in the log.
     *
     * @param state the state before the first event
     * @param boundary the kind of the key that selects the events of a state
     * @param criteria the query for a key
     * @param events the kind of the events
     * @param evolve the state after one more event
     */
    static <B, S, E> EntitySlice of(
            Class<S> type,
            S state,
            Class<B> boundary,
            Function<B, EventCriteria> criteria,
            Class<E> events,
            BiFunction<S, RecordedEvent<E>, S> evolve) {
        return () -> EventSourcedEntityModule.declarative(boundary, type)
                .messagingModel((_, model) -> model.entityEvolver(
                                (now, message, _) -> LogPlace.recorded(message, events)
                                        .map(event -> evolve.apply(now, event))
                                        .orElse(now))
                        .build())
                .entityFactory(_ -> (_, _, _) -> state)
                .criteriaResolver(_ -> (asked, _) -> criteria.apply(asked))
                .build();
    }
}
