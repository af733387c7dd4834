package org.zoneregistry.zone.read.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.Zone;

/** A zone's members by name, as in its JSON form. Unknown values are absent. */
final class ZoneMembers {

    /** The names, in the order of the JSON form, with a dot for a member of a member. */
    static final List<String> NAMES = List.of(
            "code",
            "name.en",
            "name.zh",
            "type",
            "status",
            "province",
            "region",
            "customsDistrict",
            "areaKm2",
            "facilities",
            "predecessors",
            "successor",
            "establishedOn",
            "establishedNotBefore",
            "effectiveOn",
            "effectiveNotBefore");

    private ZoneMembers() {}

    static Map<String, Object> of(Zone zone) {
        var members = new LinkedHashMap<String, Object>();
        put(members, "code", zone.code());
        put(members, "name.en", zone.name().en());
        put(members, "name.zh", zone.name().zh());
        put(members, "type", zone.type());
        put(members, "status", zone.status());
        put(members, "province", zone.province());
        put(members, "region", zone.region());
        put(members, "customsDistrict", zone.customsDistrict());
        put(members, "areaKm2", zone.areaKm2());
        put(members, "facilities", zone.facilities());
        put(members, "predecessors", zone.predecessors());
        put(members, "successor", zone.successor());
        put(members, "establishedOn", zone.establishedOn());
        put(members, "establishedNotBefore", zone.establishedNotBefore());
        put(members, "effectiveOn", zone.effectiveOn());
        put(members, "effectiveNotBefore", zone.effectiveNotBefore());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
