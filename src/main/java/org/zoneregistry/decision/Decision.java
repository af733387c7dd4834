package org.zoneregistry.decision;

import java.util.List;

/**
 * The answer of a decider to a command.
 *
 * @param <E> the events that it can record
 */
public sealed interface Decision<E> {

    /** The command is accepted: these events, at least one, are recorded in one step. */
    record Accepted<E>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("An accepted command records something.");
            }
        }
    }

    /** The command is refused: nothing is recorded. */
    record Rejected<E>(Rejection rejection) implements Decision<E> {}

    /**
     * The request of the command was recorded before: nothing is recorded again.
     *
     * @param first the event that recorded it
     */
    record AlreadyRecorded<E>(RecordedEvent<? extends E> first) implements Decision<E> {}

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Accepts the command with several events. */
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
