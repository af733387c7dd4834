package org.zoneregistry.zone.event.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.zone.event.FactType;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

/**
 * A type of zone events: one for each kind of facts, and the two corrections.
 *
 * @param wireName the name in the log, fixed for ever
 * @param version the version that is written now; 1 is the first
 * @param payload its class in memory
 * @param fact its kind of facts; null for a correction
 */
public record ZoneEventType(
        String wireName,
        int version,
        Class<? extends ZoneEvent> payload,
        @Nullable FactType fact) {

    static final ZoneEventType AMENDED = new ZoneEventType("ZoneFactAmended", 1, ZoneFactAmended.class, null);
    static final ZoneEventType WITHDRAWN = new ZoneEventType("ZoneFactWithdrawn", 1, ZoneFactWithdrawn.class, null);

    private static final List<ZoneEventType> ALL = Stream.concat(
                    ZoneFact.types().stream().map(ZoneEventType::of), Stream.of(AMENDED, WITHDRAWN))
            .toList();
    private static final Map<String, ZoneEventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ZoneEventType::wireName, Function.identity()));

    private static ZoneEventType of(FactType fact) {
        return new ZoneEventType(fact.wireName(), fact.version(), fact.payload(), fact);
    }

    /** All types of zone events. */
    public static List<ZoneEventType> all() {
        return ALL;
    }

    /** These types as rows of the log's table, with the upcasters of all older versions. */
    public static List<EventType<?>> rows() {
        return ALL.stream().<EventType<?>>map(ZoneEventType::row).toList();
    }

    private static EventType<?> row(ZoneEventType type) {
        return new EventType<>(
                type.wireName,
                type.version,
                type.payload,
                ZoneEventJson::write,
                json -> ZoneEventJson.read(type, json),
                Map.of());
    }

    /** The type with that name in the log; empty if it is not a type of zone events. */
    public static Optional<ZoneEventType> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The type of an event. */
    public static ZoneEventType of(ZoneEvent event) {
        return switch (event) {
            case ZoneFact fact -> of(fact.factType());
            case ZoneFactAmended _ -> AMENDED;
            case ZoneFactWithdrawn _ -> WITHDRAWN;
        };
    }
}
