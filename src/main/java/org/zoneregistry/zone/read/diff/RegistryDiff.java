package org.zoneregistry.zone.read.diff;

import java.util.List;

/**
 * A page of the differences of the registry between two points.
 *
 * @param zones the zones that differ, by code
 */
public record RegistryDiff(Points.Point from, Points.Point to, List<ZoneDiff> zones) {

    public RegistryDiff {
        zones = List.copyOf(zones);
    }
}
