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
final class StoredForm {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final EventTypes types;

    StoredForm(EventTypes types) {
        this.types = types;
    }

    StoredEvent read(byte[] bytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("stored bytes that are no JSON", broken);
        }
        String name = root.get("type").textValue();
        int version = root.get("version").intValue();
        JsonNode data = root.get("data");
        EventType type = types.find(name).orElse(null);
        if (type != null && version < type.version()) {
            data = type.upcast(version, data);
            version = type.version();
        }
        List<String> tags = new ArrayList<>();
        root.get("tags").forEach(tag -> tags.add(tag.textValue()));
        Map<String, String> metadata = new HashMap<>();
        root.get("metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().textValue()));
        return new StoredEvent(
                root.get("position").longValue(),
                Instant.parse(root.get("recordedAt").textValue()),
                UUID.fromString(root.get("id").textValue()),
                name,
                version,
                List.copyOf(tags),
                Map.copyOf(metadata),
                data,
                StoredBytes.adopt(bytes));
    }
}
