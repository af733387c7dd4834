package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes;

/** All families of events that the application writes and reads. */
final class EventFamilies {

    private final List<EventSlice<?>> families;
    private final EventTypes types;

    EventFamilies(List<EventSlice<?>> families) {
        this.families = List.copyOf(families);
        this.types = EventTypes.of(
                families.stream().flatMap(family -> family.types().stream()).toList());
    }

    /** The table of all their types. */
    EventTypes types() {
        return types;
    }

    /** The data that is stored for an event. */
    JsonNode data(Object event) {
        return types.get(typeOf(familyOf(event), event)).written(event);
    }

    MessageType messageType(Object event) {
        return new MessageType(typeOf(familyOf(event), event));
    }

    /** The tags of an event: those of its family, and that of the request's idempotency key. */
    Set<Tag> tags(EventMessage message) {
        Object event = requireNonNull(message.payload());
        var tags = new HashSet<>(tags(familyOf(event), UUID.fromString(message.identifier()), event));
        String key = message.metadata().get("idempotencyKey");
        if (key != null) {
            tags.add(new Tag(EarlierOutcome.TAG, key));
        }
        return tags;
    }

    private EventSlice<?> familyOf(Object event) {
        for (EventSlice<?> family : families) {
            if (family.family().isInstance(event)) {
                return family;
            }
        }
        throw new IllegalArgumentException("No family of events has a " + event.getClass());
    }

    private static <E> String typeOf(EventSlice<E> family, Object event) {
        return family.typeOf(requireNonNull(family.family().cast(event)));
    }

    private static <E> Set<Tag> tags(EventSlice<E> family, UUID id, Object event) {
        return family.tags(id, requireNonNull(family.family().cast(event)));
    }
}
