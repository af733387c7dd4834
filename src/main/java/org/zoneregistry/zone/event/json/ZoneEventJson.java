package org.zoneregistry.zone.event.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.event.ZonesIntegrated;

/**
 * Zone events as JSON objects and back, for the log.
 *
 * <p>Written out member by member, so that what is hashed and kept for ever never depends on a library's defaults or on
 * the name of a field. Areas are decimal strings, so that they stay exact; absent members were not given.
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
     * The zone event that a stored event is; empty if it is of a type that is none of the zones'.
     *
     * @throws org.zoneregistry.log.UnknownEventException if it is of a later version than this program knows
     */
    public static Optional<ZoneEvent> read(StoredEvent stored) {
        return ZoneEventType.named(stored.type())
                .map(type -> read(type, stored.knownUpTo(type.version()).data()));
    }

    /** As {@link #read(StoredEvent)}, at its place in the log. */
    public static Optional<RecordedZoneEvent> readRecorded(StoredEvent stored) {
        return read(stored)
                .map(event -> new RecordedZoneEvent(stored.position(), stored.id(), stored.recordedAt(), event));
    }

    /**
     * Reads the members of an event of the type's current version.
     *
     * @throws IllegalArgumentException if a member is missing or malformed, naming it
     */
    public static ZoneEvent read(ZoneEventType type, JsonNode json) {
        return switch (type) {
            case ZONE_FACT_AMENDED ->
                new ZoneFactAmended(
                        UUID.fromString(text(json, "fact")),
                        readAmended(json),
                        zoneSet(json, "formerZones"),
                        text(json, "reason"));
            case ZONE_FACT_WITHDRAWN ->
                new ZoneFactWithdrawn(
                        UUID.fromString(text(json, "fact")), zoneSet(json, "zones"), text(json, "reason"));
            default -> readFact(type, json);
        };
    }

    private static ZoneFact readAmended(JsonNode json) {
        String name = text(json, "factType");
        ZoneEventType type = ZoneEventType.named(name)
                .orElseThrow(() -> new IllegalArgumentException("factType: there is no zone event " + name));
        return readFact(type, member(json, "amended"));
    }

    private static void writeFact(ObjectNode json, ZoneFact fact) {
        json.put("zone", fact.zone().value());
        switch (fact) {
            case ZoneEstablished f -> {
                writeName(json, f.name());
                json.put("type", f.type().wireName());
                json.put("province", f.province());
                if (f.customsDistrict() != null) {
                    json.put("customsDistrict", f.customsDistrict());
                }
                writeArea(json, f.areaKm2());
            }
            case ZoneAccepted _ -> {}
            case ZoneConvertedToComprehensive f -> {
                writeName(json, f.name());
                writeArea(json, f.areaKm2());
                writeZones(json, "absorbs", f.absorbs());
            }
            case ZonesIntegrated f -> {
                writeArea(json, f.areaKm2());
                writeZones(json, "absorbs", f.absorbs());
            }
            case ZoneAreaAdjusted f -> writeArea(json, f.areaKm2());
            case ZoneRenamed f -> writeName(json, f.name());
            case FacilityCommissioned f -> json.put("kind", f.kind().wireName());
            case FacilityDecommissioned f -> json.put("kind", f.kind().wireName());
            case ZoneClosed f -> json.put("reason", f.reason());
        }
        json.put("effectiveOn", fact.effectiveOn().toString());
        json.put("effectiveNotBefore", fact.effectiveNotBefore().toString());
    }

    private static ZoneFact readFact(ZoneEventType type, JsonNode json) {
        ZoneCode zone = new ZoneCode(text(json, "zone"));
        LocalDate on = LocalDate.parse(text(json, "effectiveOn"));
        LocalDate notBefore = LocalDate.parse(text(json, "effectiveNotBefore"));
        return switch (type) {
            case ZONE_ESTABLISHED ->
                new ZoneEstablished(
                        zone,
                        requiredName(json),
                        ZoneType.parse(text(json, "type")),
                        text(json, "province"),
                        optional(json, "customsDistrict"),
                        area(json),
                        on,
                        notBefore);
            case ZONE_ACCEPTED -> new ZoneAccepted(zone, on, notBefore);
            case ZONE_CONVERTED_TO_COMPREHENSIVE ->
                new ZoneConvertedToComprehensive(
                        zone,
                        name(json),
                        area(json),
                        zoneSet(json, "absorbs").stream().toList(),
                        on,
                        notBefore);
            case ZONES_INTEGRATED ->
                new ZonesIntegrated(zone, zoneSet(json, "absorbs").stream().toList(), area(json), on, notBefore);
            case ZONE_AREA_ADJUSTED -> new ZoneAreaAdjusted(zone, new BigDecimal(text(json, "areaKm2")), on, notBefore);
            case ZONE_RENAMED -> new ZoneRenamed(zone, requiredName(json), on, notBefore);
            case FACILITY_COMMISSIONED ->
                new FacilityCommissioned(zone, FacilityKind.parse(text(json, "kind")), on, notBefore);
            case FACILITY_DECOMMISSIONED ->
                new FacilityDecommissioned(zone, FacilityKind.parse(text(json, "kind")), on, notBefore);
            case ZONE_CLOSED -> new ZoneClosed(zone, text(json, "reason"), on, notBefore);
            case ZONE_FACT_AMENDED, ZONE_FACT_WITHDRAWN ->
                throw new IllegalArgumentException("A " + type.wireName() + " is no fact that could be amended");
        };
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

    private static ZoneName requiredName(JsonNode json) {
        JsonNode name = member(json, "name");
        return new ZoneName(text(name, "en"), optional(name, "zh"));
    }

    private static void writeArea(ObjectNode json, @Nullable BigDecimal areaKm2) {
        if (areaKm2 != null) {
            json.put("areaKm2", areaKm2.toPlainString());
        }
    }

    private static @Nullable BigDecimal area(JsonNode json) {
        String area = optional(json, "areaKm2");
        return area == null ? null : new BigDecimal(area);
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
            throw new IllegalArgumentException("The member " + name + " is no string");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.has(name) ? text(json, name) : null;
    }
}
