package org.zoneregistry.zone.read.list;

import java.time.LocalDate;
import java.util.List;
import org.zoneregistry.zone.read.Zone;

/**
 * A page of zones.
 *
 * @param validAt the day of their states
 * @param total how many zones all pages have
 * @param zones the zones of this page, by code
 */
public record ListedZones(LocalDate validAt, long total, List<Zone> zones) {

    public ListedZones {
        zones = List.copyOf(zones);
    }
}
