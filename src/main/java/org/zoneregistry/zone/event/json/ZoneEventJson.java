package org.zoneregistry.zone.event.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactType;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/**
 * Zone events as JSON objects and back, for the log.
 *
 * <p>Every member is written explicitly. So the bytes, which are hashed and kept for ever, never depend on a library's
 * defaults or on the name of a field. Areas are decimal strings, so that they stay exact. Absent members were not
 * given.
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
     * @throws org.zoneregistry.log.UnknownEventException if its version is later than this program knows
     */
    public static Optional<ZoneEvent> read(StoredEvent stored) {
        return ZoneEventType.named(stored.type())
                .map(type -> read(type, stored.knownUpTo(type.version()).data()));
    }

    /** The zone event in a stored event, with its place in the log; empty if the stored event has another type. */
    public static Optional<RecordedZoneEvent> readRecorded(StoredEvent stored) {
        return read(stored)
                .map(event -> new RecordedZoneEvent(stored.position(), stored.id(), stored.recordedAt(), event));
    }

    /**
     * Reads the members of an event in the type's current version.
     *
     * @throws IllegalArgumentException with the name of the member, if one is missing or malformed
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
                .orElseThrow(() -> new IllegalArgumentException("factType: there is no zone event " + name));
        return readFact(type, member(json, "amended"));
    }

    private static void writeFact(ObjectNode json, ZoneFact fact) {
        FactValues values = fact.values();
        json.put("zone", fact.zone().value());
        writeName(json, values.name());
        writeText(json, "type", values.type() == null ? null : values.type().wireName());
        writeText(json, "province", values.province());
        writeText(json, "customsDistrict", values.customsDistrict());
        writeText(
                json,
                "areaKm2",
                values.areaKm2() == null ? null : values.areaKm2().toPlainString());
        writeZones(json, "absorbs", values.absorbs() == null ? List.of() : values.absorbs());
        writeText(json, "kind", values.kind() == null ? null : values.kind().wireName());
        writeText(json, "reason", values.reason());
        json.put("effectiveOn", fact.effectiveOn().toString());
        json.put("effectiveNotBefore", fact.effectiveNotBefore().toString());
    }

    private static ZoneFact readFact(ZoneEventType type, JsonNode json) {
        FactType fact = type.fact();
        if (fact == null) {
            throw new IllegalArgumentException("A " + type.wireName() + " is not a fact that can be amended");
        }
        return fact.maker()
                .make(
                        new ZoneCode(text(json, "zone")),
                        values(json, fact.members()),
                        LocalDate.parse(text(json, "effectiveOn")),
                        LocalDate.parse(text(json, "effectiveNotBefore")));
    }

    private static FactValues values(JsonNode json, Set<String> members) {
        String type = value(json, members, "type");
        String area = value(json, members, "areaKm2");
        String kind = value(json, members, "kind");
        return new FactValues(
                members.contains("name") ? name(json) : null,
                type == null ? null : ZoneType.parse(type),
                value(json, members, "province"),
                value(json, members, "customsDistrict"),
                area == null ? null : new BigDecimal(area),
                members.contains("absorbs") ? List.copyOf(zoneSet(json, "absorbs")) : null,
                kind == null ? null : FacilityKind.parse(kind),
                value(json, members, "reason"));
    }

    private static @Nullable String value(JsonNode json, Set<String> members, String name) {
        return members.contains(name) ? optional(json, name) : null;
    }

    private static void writeText(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    private static void writeName(ObjectNode json, @Nullable ZoneName name) {
        if (name != null) {
            ObjectNode node = json.putObject("name").put("en", name.en());
            if (name.zh() != null) {
                node.put("zh", name.zh());
            }
        }
    }

    private static @Nullable ZoneName name(JsonNode json) {
        JsonNode name = json.get("name");
        return name == null ? null : new ZoneName(text(name, "en"), optional(name, "zh"));
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
        String value = member(json, name).textValue();
        if (value == null) {
            throw new IllegalArgumentException("The member " + name + " is not a string");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.has(name) ? text(json, name) : null;
    }
}
