package org.zoneregistry.zone.event.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.zoneregistry.zone.event.ZoneEvent;

/** {@link ZoneEventJson} as a module of Jackson, for the log's codec. */
public final class ZoneEventModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** All zone events. */
    public ZoneEventModule() {
        super("zone-events");
        addSerializer(ZoneEvent.class, new Writer());
        for (ZoneEventType type : ZoneEventType.values()) {
            read(type, type.payload());
        }
    }

    private <E extends ZoneEvent> void read(ZoneEventType type, Class<E> payload) {
        addDeserializer(payload, new Reader<>(type, payload));
    }

    private static final class Writer extends JsonSerializer<ZoneEvent> {

        @Override
        public void serialize(ZoneEvent event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeTree(ZoneEventJson.write(event));
        }
    }

    private static final class Reader<E extends ZoneEvent> extends JsonDeserializer<E> {

        private final ZoneEventType type;
        private final Class<E> payload;

        Reader(ZoneEventType type, Class<E> payload) {
            this.type = type;
            this.payload = payload;
        }

        @Override
        public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return payload.cast(ZoneEventJson.read(type, json.readValueAs(JsonNode.class)));
            } catch (IllegalArgumentException malformed) {
                throw context.weirdStringException(type.wireName(), payload, String.valueOf(malformed.getMessage()));
            }
        }
    }
}
