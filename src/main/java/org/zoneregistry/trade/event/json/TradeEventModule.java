package org.zoneregistry.trade.event.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.zoneregistry.trade.event.TradeEvent;

/** {@link TradeEventJson} as a module of Jackson, for the log's codec. */
public final class TradeEventModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** All trade events. */
    public TradeEventModule() {
        super("trade-events");
        addSerializer(TradeEvent.class, new Writer());
        for (TradeEventType type : TradeEventType.values()) {
            read(type, type.payload());
        }
    }

    private <E extends TradeEvent> void read(TradeEventType type, Class<E> payload) {
        addDeserializer(payload, new Reader<>(type, payload));
    }

    private static final class Writer extends JsonSerializer<TradeEvent> {

        @Override
        public void serialize(TradeEvent event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeTree(TradeEventJson.write(event));
        }
    }

    private static final class Reader<E extends TradeEvent> extends JsonDeserializer<E> {

        private final TradeEventType type;
        private final Class<E> payload;

        Reader(TradeEventType type, Class<E> payload) {
            this.type = type;
            this.payload = payload;
        }

        @Override
        public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return payload.cast(TradeEventJson.read(type, json.readValueAs(JsonNode.class)));
            } catch (IllegalArgumentException malformed) {
                throw context.weirdStringException(type.wireName(), payload, String.valueOf(malformed.getMessage()));
            }
        }
    }
}
