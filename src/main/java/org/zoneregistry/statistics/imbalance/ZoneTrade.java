package org.zoneregistry.statistics.imbalance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.zone.read.LiveZone;

/** The trade of a zone in a period, and the zone's place. */
record ZoneTrade(
        String zone, @Nullable String province, @Nullable String region, Amount total) {

    /** Every included zone: live zones, with 0 if they have no trade, and zones with trade. */
    static Collection<ZoneTrade> of(List<LiveZone> live, List<Cell> byZone) {
        Map<String, ZoneTrade> zones = new LinkedHashMap<>();
        for (LiveZone zone : live) {
            zones.put(
                    zone.code(),
                    new ZoneTrade(zone.code(), zone.province(), zone.region().wireName(), Amount.ZERO));
        }
        for (Cell cell : byZone) {
            String zone = Objects.requireNonNull(cell.key().get(Dimension.ZONE));
            ZoneTrade trade = new ZoneTrade(
                    zone, cell.key().get(Dimension.PROVINCE), cell.key().get(Dimension.REGION), cell.total());
            zones.merge(zone, trade, ZoneTrade::plus);
        }
        return List.copyOf(zones.values());
    }

    private ZoneTrade plus(ZoneTrade more) {
        return new ZoneTrade(zone, province, region, total.plus(more.total));
    }
}
