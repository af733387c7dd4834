package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The table of event types. It has the name in the log, the current version, the payload in memory and in JSON, and the
 * steps from each older version to the next. The names are part of the stored data and never change.
 */
public final class EventTypes {

    /** The table without a row. */
    public static final EventTypes NONE = of(List.of());

    /**
     * One row of the table.
     *
     * @param <P> a Java type of the payload and of others of its family
     * @param name the name in the log
     * @param version the version that is written now; 1 is the first
     * @param payload the Java type of the payload
     * @param write a payload as JSON, in the version that is written now; decimals and dates are strings
     * @param read the payload of such JSON; throws {@link IllegalArgumentException} for other JSON, and
     *     {@link LaterContentException} for a part that only a later program knows
     * @param upcasters from version n to n + 1, by n; one for each n below {@code version}
     */
    public record EventType<P>(
            String name,
            int version,
            Class<? extends P> payload,
            Function<? super P, ? extends JsonNode> write,
            Function<JsonNode, ? extends P> read,
            Map<Integer, UnaryOperator<JsonNode>> upcasters) {

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

        /** A type whose only version is 1. */
        public EventType(
                String name,
                Class<? extends P> payload,
                Function<? super P, ? extends JsonNode> write,
                Function<JsonNode, ? extends P> read) {
            this(name, 1, payload, write, read, Map.of());
        }

        /**
         * A payload as JSON.
         *
         * @throws IllegalArgumentException if it is of another Java type
         */
        public JsonNode written(Object event) {
            if (!payload.isInstance(event)) {
                throw new IllegalArgumentException(
                        name + " has a payload of " + payload + " by the table, not of " + event.getClass());
            }
            return write.apply(payload.cast(event));
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

    private final Map<String, EventType<?>> byName;

    private EventTypes(Map<String, EventType<?>> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The table with these rows.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static EventTypes of(Collection<? extends EventType<?>> rows) {
        Map<String, EventType<?>> byName = HashMap.newHashMap(rows.size());
        for (EventType<?> row : rows) {
            if (byName.put(row.name(), row) != null) {
                throw new IllegalArgumentException(row.name() + " is in the table twice");
            }
        }
        return new EventTypes(byName);
    }

    /** The row of the name, or empty. */
    public Optional<EventType<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The row of the name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public EventType<?> get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " isn't in the table of event types"));
    }

    /** All names. */
    public Set<String> names() {
        return byName.keySet();
    }
}
