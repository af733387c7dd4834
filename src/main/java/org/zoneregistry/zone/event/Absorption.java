package org.zoneregistry.zone.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zoneregistry.decision.BrokenMember;

/** Rules for facts by which one zone absorbs other zones. */
final class Absorption {

    private Absorption() {}

    static List<ZoneCode> checked(ZoneCode zone, List<ZoneCode> absorbs) {
        if (absorbs.contains(zone)) {
            throw new BrokenMember(FactValue.ABSORBS.name(), "must not name zone " + zone + " itself");
        }
        if (Set.copyOf(absorbs).size() < absorbs.size()) {
            throw new BrokenMember(FactValue.ABSORBS.name(), "must not name a zone twice");
        }
        return List.copyOf(absorbs);
    }

    static Set<ZoneCode> zones(ZoneCode zone, List<ZoneCode> absorbs) {
        var zones = new LinkedHashSet<ZoneCode>();
        zones.add(zone);
        zones.addAll(absorbs);
        return zones;
    }
}
