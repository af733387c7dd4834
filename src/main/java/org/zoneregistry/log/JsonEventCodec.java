package org.zoneregistry.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes.EventType;

/**
 * Payloads to JSON and back with Jackson, by the table of event types.
 *
 * <p>A decoded message has the event's identifier, its recorded time as the timestamp, the stored metadata, and its
 * position under {@link #POSITION}. The timestamp of a message is not stored when it is appended.
 */
public final class JsonEventCodec implements EventCodec {

    /** The metadata key of the position in decoded messages; never stored. */
    public static final String POSITION = "position";

    private final EventTypes types;
    private final ObjectMapper mapper;

    /** The mapper must write decimals and dates as strings. */
    public JsonEventCodec(EventTypes types, ObjectMapper mapper) {
        this.types = types;
        this.mapper = mapper;
    }

    @Override
    public EncodedEvent encode(TaggedEventMessage<?> tagged) {
        EventMessage message = tagged.event();
        String name = message.type().name();
        EventType type = types.find(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " isn't in the table of event types"));
        if (!type.payload().isInstance(message.payload())) {
            throw new IllegalArgumentException(
                    name + " has a payload of " + type.payload() + " by the table, not of " + message.payloadType());
        }
        JsonNode data = message.payload() instanceof JsonNode json ? json : mapper.valueToTree(message.payload());
        Map<String, String> metadata = message.metadata();
        if (metadata.containsKey(POSITION)) {
            metadata = new HashMap<>(metadata);
            metadata.remove(POSITION);
        }
        List<String> tags = new ArrayList<>(tagged.tags().size());
        for (Tag tag : tagged.tags()) {
            tags.add(EventCodec.tag(tag));
        }
        return EncodedEvent.of(UUID.fromString(message.identifier()), name, type.version(), tags, metadata, data);
    }

    @Override
    public EventMessage decode(StoredEvent event) {
        var name = new MessageType(new QualifiedName(event.type()), Integer.toString(event.version()));
        Map<String, String> metadata = new HashMap<>(event.metadata());
        metadata.put(POSITION, Long.toString(event.position()));
        try {
            return new GenericEventMessage(event.id().toString(), name, payload(event), metadata, event.recordedAt());
        } catch (UnknownEventException unknown) {
            return new UnknownEventMessage(event, name, metadata, unknown);
        }
    }

    private Object payload(StoredEvent event) {
        EventType type = types.find(event.type())
                .orElseThrow(() -> new UnknownEventException(event, "this program doesn't know the type"));
        event.knownUpTo(type.version());
        if (type.payload() == JsonNode.class) {
            return event.data();
        }
        try {
            return mapper.treeToValue(event.data(), type.payload());
        } catch (JsonProcessingException unfit) {
            if (unfit.getCause() instanceof LaterContentException later) {
                throw new UnknownEventException(event, String.valueOf(later.getMessage()));
            }
            throw new UnreadableEventException(event.position(), event.type(), event.version(), unfit);
        }
    }
}
