package org.zoneregistry.statistics.composition;

import java.util.List;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.LiveZone;

/**
 * A group of live zones.
 *
 * @param by the grouping: type, province, region; {@code all} for all zones
 * @param value the type, the province's ISO 3166-2 code, the region; {@code all} for all zones
 * @param zones how many there are
 * @param share in all live zones
 * @param comprehensive how many of them are comprehensive
 * @param comprehensiveShare the share of comprehensive zones in the group
 */
public record ZoneGroup(
        String by,
        String value,
        int zones,
        Figure share,
        int comprehensive,
        Figure comprehensiveShare,
        AreaOfZones area) {

    static ZoneGroup of(String by, String value, List<LiveZone> members, int ofAll) {
        int comprehensive = (int) members.stream()
                .filter(zone -> zone.type() == ZoneType.COMPREHENSIVE_BONDED_ZONE)
                .count();
        return new ZoneGroup(
                by,
                value,
                members.size(),
                Share.of(members.size(), ofAll),
                comprehensive,
                Share.of(comprehensive, members.size()),
                AreaOfZones.of(members));
    }
}
