package org.zoneregistry.statistics.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;

/**
 * How alike zones are in what they trade.
 *
 * @param by by what: businessForm or hsChapter
 * @param n of how many zones there is trade of a known kind
 * @param pairs every two of them, by code
 * @param neighbours the zones that are most like each
 * @param provinces how alike the zones are inside each province that has several of them
 */
public record Similarity(
        String period,
        String by,
        String definition,
        int n,
        List<ZonePair> pairs,
        List<Neighbours> neighbours,
        List<Homogenisation> provinces) {

    public Similarity {
        pairs = List.copyOf(pairs);
        neighbours = List.copyOf(neighbours);
        provinces = List.copyOf(provinces);
    }

    static Similarity of(Period period, Dimension by, List<ZoneKinds> zones) {
        var pairs = new ArrayList<ZonePair>();
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                pairs.add(ZonePair.of(zones.get(i), zones.get(j)));
            }
        }
        Map<String, List<ZonePair>> ofZone = pairs.stream()
                .flatMap(pair -> Stream.of(pair, pair.turned()))
                .collect(Collectors.groupingBy(ZonePair::zone));
        return new Similarity(
                period.toString(),
                by.wireName(),
                Kinds.DEFINITION,
                zones.size(),
                pairs,
                zones.stream()
                        .map(ZoneKinds::zone)
                        .map(zone -> Neighbours.of(zone, ofZone.getOrDefault(zone, List.of())))
                        .toList(),
                provinces(zones, pairs));
    }

    private static List<Homogenisation> provinces(List<ZoneKinds> zones, List<ZonePair> pairs) {
        Map<String, Set<String>> members = zones.stream()
                .filter(zone -> zone.province() != null)
                .collect(Collectors.groupingBy(
                        zone -> String.valueOf(zone.province()),
                        TreeMap::new,
                        Collectors.mapping(ZoneKinds::zone, Collectors.toSet())));
        return members.entrySet().stream()
                .filter(province -> province.getValue().size() > 1)
                .map(province -> Homogenisation.of(
                        province.getKey(),
                        province.getValue().size(),
                        pairs.stream()
                                .filter(pair -> province.getValue().contains(pair.zone())
                                        && province.getValue().contains(pair.other()))
                                .toList()))
                .toList();
    }
}
