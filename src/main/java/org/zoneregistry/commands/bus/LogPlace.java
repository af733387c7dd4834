package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.log.JsonEventCodec;

/** The place of a sourced event in the log. */
public final class LogPlace {

    private LogPlace() {}

    /** The event's position; empty for an event that is not yet appended. */
    public static OptionalLong of(EventMessage message) {
        String position = message.metadata().get(JsonEventCodec.POSITION);
        return position == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(position));
    }

    /** The event with its place; empty for an event that is not yet appended, or of another kind. */
    public static <E> Optional<RecordedEvent<E>> recorded(EventMessage message, Class<E> kind) {
        OptionalLong position = of(message);
        return position.isPresent() && kind.isInstance(message.payload())
                ? Optional.of(new RecordedEvent<>(
                        UUID.fromString(message.identifier()),
                        position.getAsLong(),
                        message.timestamp(),
                        requireNonNull(kind.cast(message.payload()))))
                : Optional.empty();
    }
}
