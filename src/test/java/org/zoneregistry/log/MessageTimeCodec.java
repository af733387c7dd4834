package org.zoneregistry.log;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Text payloads, and messages that come back unchanged with their own time. Axon's suite expects that; the registry's
 * own codec returns the recorded time and adds the position.
 */
final class MessageTimeCodec implements EventCodec {

    static final EventTypes TYPES = EventTypes.of(List.of(LogFixture.text("event")));

    private static final String TIME = "time";

    @Override
    public EncodedEvent encode(TaggedEventMessage<?> tagged) {
        EventMessage message = tagged.event();
        Map<String, String> metadata = new HashMap<>(message.metadata());
        metadata.put(TIME, message.timestamp().toString());
        return EncodedEvent.of(
                UUID.fromString(message.identifier()),
                message.type().name(),
                1,
                tagged.tags().stream().map(EventCodec::tag).toList(),
                metadata,
                TextNode.valueOf((String) message.payload()));
    }

    @Override
    public EventMessage decode(StoredEvent event) {
        Map<String, String> metadata = new HashMap<>(event.metadata());
        Instant time = Instant.parse(metadata.remove(TIME));
        return new GenericEventMessage(
                event.id().toString(),
                new MessageType(event.type()),
                event.data().textValue(),
                metadata,
                time);
    }
}
