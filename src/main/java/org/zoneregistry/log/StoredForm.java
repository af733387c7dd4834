package org.zoneregistry.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EventTypes.EventType;

/** Reads stored bytes. It upcasts the types in the table, and leaves others as they were stored. */
public final class StoredForm {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final EventTypes types;

    /** A reader that upcasts the types in the table. */
    public StoredForm(EventTypes types) {
        this.types = types;
    }

    /**
     * Reads an event.
     *
     * @param bytes the caller must not use the array any more
     * @throws IllegalArgumentException if a member is missing or has another type
     * @throws UncheckedIOException if the bytes are not JSON
     */
    public StoredEvent read(byte[] bytes) {
        Members members = new Members();
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            members.read(parser);
        } catch (IOException broken) {
            throw new UncheckedIOException("stored bytes that are no JSON", broken);
        }
        String name = given(members.type, "type");
        int version = given(members.version, "version");
        JsonNode data = given(members.data, "data");
        EventType<?> type = types.find(name).orElse(null);
        if (type != null && version < type.version()) {
            data = type.upcast(version, data);
            version = type.version();
        }
        return new StoredEvent(
                given(members.position, "position"),
                StoredInstant.parse(given(members.recordedAt, "recordedAt")),
                UUID.fromString(given(members.id, "id")),
                name,
                version,
                List.copyOf(given(members.tags, "tags")),
                Map.copyOf(given(members.metadata, "metadata")),
                data,
                StoredBytes.adopt(bytes));
    }

    private static <T> T given(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("A stored event has no member " + member + ".");
        }
        return value;
    }

    /**
     * The members of a stored event that have been read. They are read one by one, because a tree of all of them is
     * slower.
     */
    private static final class Members {

        private @Nullable Long position;
        private @Nullable String recordedAt;
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable Integer version;
        private @Nullable List<String> tags;
        private @Nullable Map<String, String> metadata;
        private @Nullable JsonNode data;

        void read(JsonParser parser) throws IOException {
            require(parser.nextToken() == JsonToken.START_OBJECT, "A stored event");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "position" -> {
                        require(isInteger(value) && parser.getNumberType() != NumberType.BIG_INTEGER, member);
                        position = parser.getLongValue();
                    }
                    case "recordedAt" -> recordedAt = text(parser, value, member);
                    case "id" -> id = text(parser, value, member);
                    case "type" -> type = text(parser, value, member);
                    case "version" -> {
                        require(isInteger(value) && parser.getNumberType() == NumberType.INT, member);
                        version = parser.getIntValue();
                    }
                    case "tags" -> tags = tags(parser, value);
                    case "metadata" -> metadata = metadata(parser, value);
                    case "data" -> data = MAPPER.readTree(parser);
                    default -> parser.skipChildren();
                }
            }
        }

        private static List<String> tags(JsonParser parser, JsonToken begin) throws IOException {
            require(begin == JsonToken.START_ARRAY, "tags");
            List<String> tags = new ArrayList<>();
            for (JsonToken tag = parser.nextToken(); tag != JsonToken.END_ARRAY; tag = parser.nextToken()) {
                tags.add(text(parser, tag, "tags"));
            }
            return tags;
        }

        private static Map<String, String> metadata(JsonParser parser, JsonToken begin) throws IOException {
            require(begin == JsonToken.START_OBJECT, "metadata");
            Map<String, String> metadata = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                metadata.put(key, text(parser, parser.nextToken(), key));
            }
            return metadata;
        }

        private static String text(JsonParser parser, JsonToken value, String member) throws IOException {
            require(value == JsonToken.VALUE_STRING, member);
            return parser.getText();
        }

        private static boolean isInteger(JsonToken value) {
            return value == JsonToken.VALUE_NUMBER_INT;
        }

        private static void require(boolean fits, String what) {
            if (!fits) {
                throw new IllegalArgumentException(what + " is of another type than in a stored event.");
            }
        }
    }
}
