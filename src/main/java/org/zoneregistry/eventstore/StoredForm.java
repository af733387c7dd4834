package org.zoneregistry.eventstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zoneregistry.eventstore.EventTypes.EventType;

/** Reads stored bytes; upcasts the types that the table knows, and leaves the others as they were stored. */
public final class StoredForm {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final EventTypes types;

    /** One that upcasts what the table knows. */
    public StoredForm(EventTypes types) {
        this.types = types;
    }

    /**
     * Reads an event.
     *
     * @param bytes given up by the caller
     * @throws IllegalArgumentException where a member is missing
     */
    public StoredEvent read(byte[] bytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("stored bytes that are no JSON", broken);
        }
        String name = root.required("type").asText();
        int version = root.required("version").intValue();
        JsonNode data = root.required("data");
        EventType type = types.find(name).orElse(null);
        if (type != null && version < type.version()) {
            data = type.upcast(version, data);
            version = type.version();
        }
        List<String> tags = new ArrayList<>();
        root.required("tags").forEach(tag -> tags.add(tag.textValue()));
        Map<String, String> metadata = new HashMap<>();
        root.required("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
        return new StoredEvent(
                root.required("position").longValue(),
                Instant.parse(root.required("recordedAt").asText()),
                UUID.fromString(root.required("id").asText()),
                name,
                version,
                List.copyOf(tags),
                Map.copyOf(metadata),
                data,
                StoredBytes.adopt(bytes));
    }
}
