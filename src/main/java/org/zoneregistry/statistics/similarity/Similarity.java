package org.zoneregistry.statistics.similarity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;

/**
 * How alike zones are in what they trade.
 *
 * @param by by what: businessForm or hsChapter
 * @param n of how many zones there is trade of a known kind
 * @param notBrokenDown what was recorded for the year as a whole beside the month, and counts for nothing here; absent
 *     where there is nothing
 * @param pairs every two of them, by code
 * @param neighbours the zones that are most like each
 * @param provinces how alike the zones are inside each province that has several of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Similarity(
        String period,
        String by,
        String definition,
        int n,
        @Nullable Amount notBrokenDown,
        List<ZonePair> pairs,
        List<Neighbours> neighbours,
        List<Homogenisation> provinces) {

    public Similarity {
        pairs = List.copyOf(pairs);
        neighbours = List.copyOf(neighbours);
        provinces = List.copyOf(provinces);
    }

    static Similarity of(Period period, Dimension by, List<ZoneKinds> zones, Optional<Amount> notBrokenDown) {
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
                notBrokenDown.orElse(null),
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
