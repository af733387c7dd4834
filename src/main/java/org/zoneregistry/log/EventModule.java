package org.zoneregistry.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;

/**
 * The JSON forms of a family of events, as a module of Jackson for {@link JsonEventCodec}.
 *
 * @param <E> the type of the family
 */
public final class EventModule<E> extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** A module that writes the family. Add the types that it reads one by one. */
    public EventModule(String name, Class<E> family, Function<E, JsonNode> form) {
        super(name);
        addSerializer(family, new Writer<>(form));
    }

    /**
     * Adds a type that is read.
     *
     * @param name the type's name in the log
     * @param payload its class in memory
     * @param reading throws {@link IllegalArgumentException} if the JSON is not an event of the type
     */
    public EventModule<E> read(String name, Class<? extends E> payload, Function<JsonNode, ? extends E> reading) {
        addReader(name, payload, reading);
        return this;
    }

    private <P> void addReader(String name, Class<P> payload, Function<JsonNode, ?> reading) {
        addDeserializer(payload, new Reader<>(name, payload, reading));
    }

    private static final class Writer<E> extends JsonSerializer<E> {

        private final Function<E, JsonNode> form;

        Writer(Function<E, JsonNode> form) {
            this.form = form;
        }

        @Override
        public void serialize(E event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeTree(form.apply(event));
        }
    }

    private static final class Reader<P> extends JsonDeserializer<P> {

        private final String name;
        private final Class<P> payload;
        private final Function<JsonNode, ?> reading;

        Reader(String name, Class<P> payload, Function<JsonNode, ?> reading) {
            this.name = name;
            this.payload = payload;
            this.reading = reading;
        }

        @Override
        public P deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return payload.cast(reading.apply(json.readValueAs(JsonNode.class)));
            } catch (IllegalArgumentException malformed) {
                var unfit = context.weirdStringException(name, payload, String.valueOf(malformed.getMessage()));
                unfit.initCause(malformed);
                throw unfit;
            }
        }
    }
}
