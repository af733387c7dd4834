package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.EventTypes.EventType;

/** All families of events that the application writes and reads. */
final class EventFamilies {

    private final List<EventSlice<?>> families;

    EventFamilies(List<EventSlice<?>> families) {
        this.families = List.copyOf(families);
    }

    /** The table of all their types. */
    EventTypes types() {
        var types = EventTypes.builder();
        for (EventSlice<?> family : families) {
            for (EventType type : family.types()) {
                types.type(type.name(), type.version(), type.payload(), type.upcasters());
            }
        }
        return types.build();
    }

    /** The mapper of their stored form. */
    ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        families.forEach(family -> mapper.registerModule(family.json()));
        return mapper;
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
