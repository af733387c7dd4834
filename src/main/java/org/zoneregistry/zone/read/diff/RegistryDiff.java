package org.zoneregistry.zone.read.diff;

import java.util.List;

/**
 * A page of what differs in the registry between two points.
 *
 * @param zones those that differ, by code
 */
public record RegistryDiff(Points.Point from, Points.Point to, List<ZoneDiff> zones) {

    public RegistryDiff {
        zones = List.copyOf(zones);
    }
}
