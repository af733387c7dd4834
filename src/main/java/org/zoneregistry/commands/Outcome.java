package org.zoneregistry.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.decision.Rejection;

/** The outcome of a command. */
public sealed interface Outcome {

    /** Whether it is the outcome of an earlier request under the same idempotency key. */
    boolean replayed();

    /**
     * The command's events are durable.
     *
     * @param position the position of the last of them
     * @param recordedAt when the registry recorded that one
     * @param events all of them, in order
     */
    record Recorded(long position, Instant recordedAt, List<Event> events, boolean replayed) implements Outcome {

        public Recorded {
            events = List.copyOf(events);
        }
    }

    /** Nothing was recorded. */
    sealed interface Unchanged extends Outcome {

        /** The same as the outcome of a later request under the same key. */
        Unchanged replay();
    }

    /**
     * Another request has recorded the same before.
     *
     * @param event the event that recorded it
     * @param recordedAt when the registry recorded that event
     */
    record AlreadyRecorded(Event event, Instant recordedAt, boolean replayed) implements Unchanged {

        @Override
        public AlreadyRecorded replay() {
            return new AlreadyRecorded(event, recordedAt, true);
        }
    }

    /**
     * The command was refused.
     *
     * @param position the refusal was decided on the prefix up to this position, or a longer one
     */
    record Refused(Rejection rejection, long position, boolean replayed) implements Unchanged {

        @Override
        public Refused replay() {
            return new Refused(rejection, position, true);
        }
    }

    /**
     * An event of a command.
     *
     * @param type the event type's wire name
     */
    record Event(UUID id, String type, long position) {}
}
