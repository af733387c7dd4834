package org.zoneregistry.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zoneregistry.zone.event.Wired;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.ZoneState;

/** A state as the members of its JSON form, for comparison with {@link NaiveFold}. */
public final class NaiveZoneMembers {

    private NaiveZoneMembers() {}

    public static Map<String, Object> of(ZoneState state) {
        var name = new LinkedHashMap<String, Object>();
        name.put("en", state.name().en());
        if (state.name().zh() != null) {
            name.put("zh", state.name().zh());
        }
        var members = new LinkedHashMap<String, Object>();
        members.put("code", state.code().value());
        members.put("name", name);
        members.put("type", state.type().wireName());
        members.put("status", state.status().wireName());
        members.put("province", state.province());
        if (state.customsDistrict() != null) {
            members.put("customsDistrict", state.customsDistrict());
        }
        if (state.areaKm2() != null) {
            members.put("areaKm2", state.areaKm2());
        }
        members.put(
                "facilities", state.facilities().stream().map(Wired::wireName).toList());
        members.put(
                "predecessors",
                state.predecessors().stream().map(ZoneCode::value).toList());
        if (state.successor() != null) {
            members.put("successor", state.successor().value());
        }
        members.put("establishedOn", state.establishedOn().toString());
        members.put("establishedNotBefore", state.establishedNotBefore().toString());
        members.put("effectiveOn", state.effectiveOn().toString());
        members.put("effectiveNotBefore", state.effectiveNotBefore().toString());
        return members;
    }
}
