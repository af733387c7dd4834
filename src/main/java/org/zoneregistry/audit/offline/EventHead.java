package org.zoneregistry.audit.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredInstant;

/**
 * The head of an event; the data are skipped.
 *
 * @param position 1 for the first of the log
 * @param recordedAt in UTC with microseconds, so that the texts sort in the order of the times
 * @param type its name in the log
 * @param tags {@code key:value}
 */
record EventHead(long position, String recordedAt, String type, List<String> tags) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads it from the bytes of an event.
     *
     * @throws IllegalArgumentException if they are not an event
     */
    static EventHead of(byte[] event) {
        try (JsonParser json = JSON.createParser(event)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
            Long position = null;
            String recordedAt = null;
            String type = null;
            List<String> tags = new ArrayList<>();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                switch (name) {
                    case "position" -> {
                        require(value == JsonToken.VALUE_NUMBER_INT, "has a position that is no integer");
                        position = json.getLongValue();
                    }
                    case "recordedAt" -> recordedAt = time(json.getValueAsString());
                    case "type" -> type = json.getValueAsString();
                    case "tags" -> {
                        require(value == JsonToken.START_ARRAY, "has tags that are no array");
                        for (String tag = json.nextTextValue(); tag != null; tag = json.nextTextValue()) {
                            tags.add(tag);
                        }
                    }
                    default -> json.skipChildren();
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "is no JSON object");
            require(position != null && recordedAt != null && type != null, "has no position, recordedAt or type");
            return new EventHead(
                    Objects.requireNonNull(position),
                    Objects.requireNonNull(recordedAt),
                    Objects.requireNonNull(type),
                    tags);
        } catch (IOException broken) {
            throw new IllegalArgumentException("is no JSON object", broken);
        }
    }

    private static String time(@Nullable String text) {
        require(
                text != null && StoredInstant.hasForm(text),
                "has a recordedAt that is no time in UTC with microseconds");
        return Objects.requireNonNull(text);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
