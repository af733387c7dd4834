package org.zoneregistry.zone.event.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.log.LaterContentException;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.zone.event.EffectiveDays;
import org.zoneregistry.zone.event.FactType;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.Written;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

/**
 * Zone events as JSON objects and back, for the log.
 *
 * <p>Every member has a name and a form of its own ({@link FactValue}). So the bytes, which are hashed and kept for
 * ever, never depend on a library's defaults or on the name of a field. Absent members were not given.
 */
public final class ZoneEventJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ZoneEventJson() {}

    /** The members of an event, in its type's current version. */
    public static ObjectNode write(ZoneEvent event) {
        ObjectNode json = JSON.objectNode();
        switch (event) {
            case ZoneFact fact -> writeFact(json, fact);
            case ZoneFactAmended(var id, var amended, var formerZones, var reason) -> {
                ZoneEventType type = ZoneEventType.of(amended);
                json.put("fact", id.toString());
                json.put("factType", type.wireName());
                json.put("factVersion", type.version());
                json.set("amended", write(amended));
                writeZones(json, "formerZones", formerZones.stream().sorted().toList());
                json.put("reason", reason);
            }
            case ZoneFactWithdrawn(var id, var zones, var reason) -> {
                json.put("fact", id.toString());
                writeZones(json, "zones", zones.stream().sorted().toList());
                json.put("reason", reason);
            }
        }
        return json;
    }

    /**
     * The zone event in a stored event; empty if the stored event has another type.
     *
     * @throws UnknownEventException if its version, or the fact that it amends, is later than this program knows
     */
    public static Optional<ZoneEvent> read(StoredEvent stored) {
        try {
            return ZoneEventType.named(stored.type())
                    .map(type -> read(type, stored.knownUpTo(type.version()).data()));
        } catch (LaterContentException later) {
            throw new UnknownEventException(stored, String.valueOf(later.getMessage()));
        }
    }

    /** The zone event in a stored event, with its place in the log; empty if the stored event has another type. */
    public static Optional<RecordedZoneEvent> readRecorded(StoredEvent stored) {
        return read(stored)
                .map(event -> new RecordedZoneEvent(stored.position(), stored.id(), stored.recordedAt(), event));
    }

    /**
     * Reads the members of an event in the type's current version.
     *
     * @throws IllegalArgumentException with the name of the member, if one is missing or malformed; a
     *     {@link LaterContentException} if it amends a fact that only a later version of the program knows
     */
    public static ZoneEvent read(ZoneEventType type, JsonNode json) {
        if (type.equals(ZoneEventType.AMENDED)) {
            return new ZoneFactAmended(
                    UUID.fromString(text(json, "fact")),
                    readAmended(json),
                    zoneSet(json, "formerZones"),
                    text(json, "reason"));
        }
        if (type.equals(ZoneEventType.WITHDRAWN)) {
            return new ZoneFactWithdrawn(
                    UUID.fromString(text(json, "fact")), zoneSet(json, "zones"), text(json, "reason"));
        }
        return readFact(type, json);
    }

    private static ZoneFact readAmended(JsonNode json) {
        String name = text(json, "factType");
        ZoneEventType type = ZoneEventType.named(name)
                .orElseThrow(() -> new LaterContentException("this program doesn't know the fact " + name));
        if (json.path("factVersion").asInt() > type.version()) {
            throw new LaterContentException(
                    "the version of the fact " + name + " is later than this program's, " + type.version());
        }
        return readFact(type, member(json, "amended"));
    }

    private static void writeFact(ObjectNode json, ZoneFact fact) {
        FactValues values = fact.values();
        json.put("zone", fact.zone().value());
        for (FactValue<?> kind : fact.factType().values()) {
            values.written(kind).ifPresent(written -> {
                json.set(kind.name(), json(written));
            });
        }
        json.put(EffectiveDays.ON, fact.effectiveOn().toString());
        json.put(EffectiveDays.NOT_BEFORE, fact.effectiveNotBefore().toString());
    }

    private static ZoneFact readFact(ZoneEventType type, JsonNode json) {
        FactType fact = type.fact();
        if (fact == null) {
            throw new IllegalArgumentException("A " + type.wireName() + " is not a fact that can be amended");
        }
        try {
            return fact.maker()
                    .make(
                            new ZoneCode(text(json, "zone")),
                            FactValues.read(fact.values(), name -> written(json, name)),
                            LocalDate.parse(text(json, EffectiveDays.ON)),
                            LocalDate.parse(text(json, EffectiveDays.NOT_BEFORE)));
        } catch (BrokenMember broken) {
            throw new IllegalArgumentException("The member " + broken.member() + " " + broken.getMessage(), broken);
        }
    }

    private static JsonNode json(Written written) {
        return switch (written) {
            case Written.Text(var text) -> JSON.textNode(text);
            case Written.Texts(var texts) -> {
                ArrayNode array = JSON.arrayNode();
                texts.forEach(array::add);
                yield array;
            }
            case Written.Parts(var parts) -> {
                ObjectNode object = JSON.objectNode();
                new TreeMap<>(parts).forEach(object::put);
                yield object;
            }
        };
    }

    /** The member in its stored form, {@code null} if it is absent. */
    private static @Nullable Written written(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ArrayNode array) {
            return new Written.Texts(StreamSupport.stream(array.spliterator(), false)
                    .map(element -> textOf(element, name))
                    .toList());
        }
        if (value instanceof ObjectNode object) {
            return new Written.Parts(object.properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, part -> textOf(part.getValue(), part.getKey()))));
        }
        return new Written.Text(textOf(value, name));
    }

    private static void writeZones(ObjectNode json, String member, Collection<ZoneCode> zones) {
        if (!zones.isEmpty()) {
            var array = json.putArray(member);
            zones.forEach(zone -> array.add(zone.value()));
        }
    }

    private static Set<ZoneCode> zoneSet(JsonNode json, String member) {
        var zones = new LinkedHashSet<ZoneCode>();
        json.path(member).forEach(zone -> zones.add(new ZoneCode(zone.textValue())));
        return zones;
    }

    private static JsonNode member(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The member " + name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode json, String name) {
        return textOf(member(json, name), name);
    }

    private static String textOf(JsonNode value, String name) {
        String text = value.textValue();
        if (text == null) {
            throw new IllegalArgumentException("The member " + name + " is not a string");
        }
        return text;
    }
}
