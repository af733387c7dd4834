package org.zoneregistry.statistics.composition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.LiveZone;

/**
 * The live zones on a day. Every type, province and region is listed, even without zones.
 *
 * @param zones how many live zones there are
 * @param comprehensive how many of them are comprehensive
 * @param comprehensiveShare the share of comprehensive zones
 * @param provinces how many provinces have a live zone
 * @param provincesWithComprehensive how many provinces have a comprehensive one
 * @param area of all live zones
 */
public record Composition(
        LocalDate validAt,
        int zones,
        int comprehensive,
        Figure comprehensiveShare,
        long provinces,
        long provincesWithComprehensive,
        AreaOfZones area,
        List<ZoneGroup> byType,
        List<ZoneGroup> byProvince,
        List<ZoneGroup> byRegion) {

    public Composition {
        byType = List.copyOf(byType);
        byProvince = List.copyOf(byProvince);
        byRegion = List.copyOf(byRegion);
    }

    /** Counts live zones. */
    static Composition of(LocalDate validAt, List<LiveZone> live) {
        ZoneGroup all = ZoneGroup.of("all", "all", live, live.size());
        List<ZoneGroup> byProvince =
                groups("province", Province.ALL.stream().map(Province::iso).toList(), live, LiveZone::province);
        return new Composition(
                validAt,
                all.zones(),
                all.comprehensive(),
                all.comprehensiveShare(),
                byProvince.stream().filter(group -> group.zones() > 0).count(),
                byProvince.stream().filter(group -> group.comprehensive() > 0).count(),
                all.area(),
                groups(
                        "type",
                        Arrays.stream(ZoneType.values()).map(ZoneType::wireName).toList(),
                        live,
                        zone -> zone.type().wireName()),
                byProvince,
                groups(
                        "region",
                        Arrays.stream(Region.values()).map(Region::wireName).toList(),
                        live,
                        zone -> zone.region().wireName()));
    }

    private static List<ZoneGroup> groups(
            String by, List<String> values, List<LiveZone> live, Function<LiveZone, String> valueOf) {
        return values.stream()
                .map(value -> ZoneGroup.of(
                        by,
                        value,
                        live.stream()
                                .filter(zone -> valueOf.apply(zone).equals(value))
                                .toList(),
                        live.size()))
                .toList();
    }

    /** The same as rows: all zones first, then by type, province and region. */
    List<ZoneGroup> rows() {
        var all = new ZoneGroup("all", "all", zones, Share.of(zones, zones), comprehensive, comprehensiveShare, area);
        return Stream.of(List.of(all), byType, byProvince, byRegion)
                .flatMap(List::stream)
                .toList();
    }
}
