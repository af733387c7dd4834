package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The table of event types. It has the name in the log, the current version, the Java type of the payload, and the
 * steps from each older version to the next. The names are part of the stored data and never change.
 */
public final class EventTypes {

    /**
     * One row of the table.
     *
     * @param name the name in the log
     * @param version the version that is written now; 1 is the first
     * @param payload the Java type of the payload; {@code JsonNode.class} for a payload that stays JSON
     * @param upcasters from version n to n + 1, by n; one for each n below {@code version}
     */
    public record EventType(
            String name, int version, Class<?> payload, Map<Integer, UnaryOperator<JsonNode>> upcasters) {

        public EventType {
            upcasters = Map.copyOf(upcasters);
            Names.requireStorable(name, "event type");
            if (version < 1) {
                throw new IllegalArgumentException(name + ": a version is 1 or more, not " + version);
            }
            for (int older = 1; older < version; older++) {
                if (!upcasters.containsKey(older)) {
                    throw new IllegalArgumentException(name + ": no upcaster from version " + older);
                }
            }
            if (upcasters.size() != version - 1) {
                throw new IllegalArgumentException(name + ": an upcaster from version " + version + " or later");
            }
        }

        /** The data in the current version; the data itself if {@code from} is the current version. */
        public JsonNode upcast(int from, JsonNode data) {
            JsonNode current = data;
            for (int older = from; older < version; older++) {
                UnaryOperator<JsonNode> upcaster = upcasters.get(older);
                if (upcaster == null) {
                    throw new IllegalStateException(name + ": no upcaster from version " + older);
                }
                current = upcaster.apply(current);
            }
            return current;
        }
    }

    private final Map<String, EventType> byName;

    private EventTypes(Map<String, EventType> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** A builder of an empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /** The row of the name, or empty. */
    public Optional<EventType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Collects the rows. */
    public static final class Builder {

        private final Map<String, EventType> byName = new LinkedHashMap<>();

        private Builder() {}

        /** A type whose only version is 1. */
        public Builder type(String name, Class<?> payload) {
            return type(name, 1, payload, Map.of());
        }

        /** A type with its history. The upcasters are pure, and the key of each is the version that it starts from. */
        public Builder type(
                String name, int version, Class<?> payload, Map<Integer, UnaryOperator<JsonNode>> upcasters) {
            if (byName.put(name, new EventType(name, version, payload, upcasters)) != null) {
                throw new IllegalArgumentException(name + " is in the table twice");
            }
            return this;
        }

        /** The table. */
        public EventTypes build() {
            return new EventTypes(byName);
        }
    }
}
