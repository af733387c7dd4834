package org.zoneregistry.zone.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules for facts by which one zone absorbs other zones. */
final class Absorption {

    private Absorption() {}

    static List<ZoneCode> checked(ZoneCode zone, List<ZoneCode> absorbs) {
        if (absorbs.contains(zone)) {
            throw new IllegalArgumentException("must not name zone " + zone + " itself");
        }
        if (Set.copyOf(absorbs).size() < absorbs.size()) {
            throw new IllegalArgumentException("must not name a zone twice");
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
