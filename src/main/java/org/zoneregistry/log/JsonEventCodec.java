package org.zoneregistry.log;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
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
 * Payloads to JSON and back, by the table of event types.
 *
 * <p>A decoded message has the event's identifier, its recorded time as the timestamp, the stored metadata, and its
 * position under {@link #POSITION}. The timestamp of a message is not stored when it is appended.
 */
public final class JsonEventCodec implements EventCodec {

    /** The metadata key of the position in decoded messages; never stored. */
    public static final String POSITION = "position";

    private final EventTypes types;

    public JsonEventCodec(EventTypes types) {
        this.types = types;
    }

    @Override
    public EncodedEvent encode(TaggedEventMessage<?> tagged) {
        EventMessage message = tagged.event();
        EventType<?> type = types.get(message.type().name());
        Map<String, String> metadata = message.metadata();
        if (metadata.containsKey(POSITION)) {
            metadata = new HashMap<>(metadata);
            metadata.remove(POSITION);
        }
        List<String> tags = new ArrayList<>(tagged.tags().size());
        for (Tag tag : tagged.tags()) {
            tags.add(EventCodec.tag(tag));
        }
        return EncodedEvent.of(
                UUID.fromString(message.identifier()),
                type.name(),
                type.version(),
                tags,
                metadata,
                type.written(requireNonNull(message.payload())));
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
        EventType<?> type = types.find(event.type())
                .orElseThrow(() -> new UnknownEventException(event, "this program doesn't know the type"));
        event.knownUpTo(type.version());
        try {
            return requireNonNull(type.read().apply(event.data()));
        } catch (LaterContentException later) {
            throw new UnknownEventException(event, String.valueOf(later.getMessage()));
        } catch (IllegalArgumentException | DateTimeException unfit) {
            throw new UnreadableEventException(event.position(), event.type(), event.version(), unfit);
        }
    }
}
