package org.zoneregistry.log;

import java.lang.reflect.Type;
import java.util.Map;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event that a later program has recorded. Consumers can read the common parts of every event, such as its metadata.
 * Reading the payload fails.
 */
final class UnknownEventMessage extends GenericEventMessage {

    private final UnknownEventException unknown;
    private final StoredEvent event;

    UnknownEventMessage(
            StoredEvent event, MessageType type, Map<String, String> metadata, UnknownEventException unknown) {
        super(new GenericMessage(event.id().toString(), type, null, metadata), event.recordedAt());
        this.event = event;
        this.unknown = unknown;
    }

    @Override
    public @Nullable Object payload() {
        throw unknown;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon declares it
    public <T> @Nullable T payloadAs(Type type, @Nullable Converter converter) {
        throw unknown;
    }

    @Override
    public Class<?> payloadType() {
        throw unknown;
    }

    @Override
    public EventMessage withMetadata(Map<String, String> metadata) {
        return new UnknownEventMessage(event, type(), metadata, unknown);
    }

    @Override
    public EventMessage andMetadata(Map<String, String> metadata) {
        return withMetadata(metadata().mergedWith(metadata));
    }

    @Override
    public EventMessage withConvertedPayload(Type type, Converter converter) {
        throw unknown;
    }

    @Override
    protected void describeTo(StringBuilder description) {
        description.append(unknown.getMessage());
    }
}
