package org.zoneregistry.decision;

import java.util.List;

/**
 * What a decider answers to a command.
 *
 * @param <E> the events it may record
 */
public sealed interface Decision<E> {

    /** The command is accepted and these events, at least one, are to be recorded in one step. */
    record Accepted<E>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("An accepted command records something.");
            }
        }
    }

    /** The command is refused and nothing is to be recorded. */
    record Rejected<E>(Rejection rejection) implements Decision<E> {}

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }
}
