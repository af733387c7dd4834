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

    /**
     * What the command asks for was recorded before, and nothing is to be recorded again.
     *
     * @param first the event that recorded it
     */
    record AlreadyRecorded<E>(RecordedEvent<? extends E> first) implements Decision<E> {}

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Several events in one step. */
    static <E> Decision<E> acceptAll(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    static <E> Decision<E> alreadyRecorded(RecordedEvent<? extends E> first) {
        return new AlreadyRecorded<>(first);
    }

    static <E> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }
}
