package org.zoneregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** One statistical line: the event, its condition, and the events that must come before it. */
record BenchTrade(String zone, String entry) {

    static final int ZONES = 167;
    static final int LIFECYCLE_EVENTS = 6;

    private static final Set<QualifiedName> LIFECYCLE = ZoneEventType.all().stream()
            .map(type -> new QualifiedName(type.wireName()))
            .collect(Collectors.toUnmodifiableSet());

    /** Identifiers of events and rows, as in the application. */
    static final UuidV7 ID = new UuidV7(InstantSource.system());

    private static final Map<String, String> METADATA = Map.of(
            "actor", "office-0231",
            "role", "reporter",
            "correlationId", "0196f0c2-5b7e-7c11-8a3d-0d9f6a1f2b3c",
            "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

    static EventTypes types() {
        return EventTypes.of(
                Stream.concat(Stream.of("TradeRecorded"), LIFECYCLE.stream().map(QualifiedName::name))
                        .map(name -> new EventType<>(name, JsonNode.class, json -> json, json -> json))
                        .toList());
    }

    static BenchTrade of(int run, long number) {
        return new BenchTrade("zone-" + number % ZONES, "E-" + run + "-" + number);
    }

    /** Selects the events that the decision depends on. */
    EventCriteria criteria() {
        return EventCriteria.either(
                EventCriteria.havingTags(new Tag("zone", zone)).andBeingOneOfTypes(LIFECYCLE),
                EventCriteria.havingTags(new Tag("entry", entry)));
    }

    Set<Tag> tags() {
        return Set.of(new Tag("zone", zone), new Tag("entry", entry));
    }

    EventMessage event(Object payload) {
        return new GenericEventMessage(
                ID.get().toString(), new MessageType("TradeRecorded", "1"), payload, METADATA, Instant.EPOCH);
    }

    JsonNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("entryId", entry)
                .put("zone", zone)
                .put("period", "2022-11")
                .put("direction", "export")
                .put("businessForm", "bonded-processing")
                .put("hsChapter", "84")
                .put("enterprise", "91320594MA1MHBKU6R")
                .put("partner", "DE")
                .put("value", "198400000.00");
    }

    static EventMessage lifecycle(int number) {
        String name = number == 0 ? "ZoneEstablished" : number == 1 ? "ZoneAccepted" : "FacilityCommissioned";
        return new GenericEventMessage(
                ID.get().toString(),
                new MessageType(name, "1"),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("effectiveOn", "2008-07-0" + (number + 1))
                        .put("kind", "bonded-warehouse"),
                METADATA,
                Instant.EPOCH);
    }
}
