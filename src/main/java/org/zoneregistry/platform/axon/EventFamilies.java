package org.zoneregistry.platform.axon;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** All families of events that the application writes and reads. */
final class EventFamilies {

    private final List<EventSlice<?>> families;
    private final Map<String, EventSlice<?>> byType = new HashMap<>();

    /** @throws IllegalStateException if two families claim one type */
    EventFamilies(List<EventSlice<?>> families) {
        this.families = List.copyOf(families);
        for (EventSlice<?> family : families) {
            for (String type : family.types().keySet()) {
                if (byType.put(type, family) != null) {
                    throw new IllegalStateException("Two families of events claim the type " + type + ".");
                }
            }
        }
    }

    MessageType messageType(Object event) {
        return messageType(familyOf(event), event);
    }

    JsonNode write(Object event) {
        return write(familyOf(event), event);
    }

    /** The event that stored members are; empty for a type that no family knows. */
    Optional<Object> read(String type, JsonNode data) {
        EventSlice<?> family = byType.get(type);
        return family == null ? Optional.empty() : Optional.of(family.read(type, data));
    }

    Map<String, Integer> types() {
        var types = new HashMap<String, Integer>();
        families.forEach(family -> types.putAll(family.types()));
        return types;
    }

    /** The tags of an event: its family's, and that of the idempotency key under which it was asked for. */
    Set<Tag> tags(EventMessage message) {
        var tags = new HashSet<>(tags(familyOf(requireNonNull(message.payload())), message));
        String key = message.metadata().get("idempotencyKey");
        if (key != null) {
            tags.add(new Tag(EarlierOutcome.TAG, key));
        }
        return tags;
    }

    private EventSlice<?> familyOf(Object event) {
        return families.stream()
                .filter(family -> family.family().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No family of events has a " + event.getClass()));
    }

    private static <E> MessageType messageType(EventSlice<E> family, Object event) {
        String type = family.typeOf(family.family().cast(event));
        return new MessageType(type, Integer.toString(family.types().getOrDefault(type, 1)));
    }

    private static <E> JsonNode write(EventSlice<E> family, Object event) {
        return family.write(family.family().cast(event));
    }

    private static <E> Set<Tag> tags(EventSlice<E> family, EventMessage message) {
        return family.tags(
                UUID.fromString(message.identifier()),
                requireNonNull(family.family().cast(message.payload())));
    }
}
