package org.zoneregistry.statistics.similarity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.InEachRow;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;

/**
 * How similar the trade of zones is.
 *
 * @param by the kinds that are compared: businessForm or hsChapter
 * @param n how many zones have trade of a known kind
 * @param covers what the entries cover; absent if there are none
 * @param notBrokenDown trade that was recorded for the whole year and not for the month, which is ignored; absent if
 *     there is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param pairs every pair of zones, by code
 * @param neighbours the most similar zones to each
 * @param provinces how similar the zones are in each province that has several of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Similarity(
        String period,
        String by,
        String definition,
        int n,
        @InEachRow @Nullable Coverage covers,
        @InEachRow @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        List<ZonePair> pairs,
        List<Neighbours> neighbours,
        List<Homogenisation> provinces) {

    private static final int MOST_PAIRS = 50_000;

    public Similarity {
        warnings = List.copyOf(warnings);
        pairs = List.copyOf(pairs);
        neighbours = List.copyOf(neighbours);
        provinces = List.copyOf(provinces);
    }

    static Similarity of(Period period, Dimension by, List<ZoneKinds> zones, Basis basis) {
        if ((long) zones.size() * (zones.size() - 1) / 2 > MOST_PAIRS) {
            throw new TooMuch(MOST_PAIRS, "pairs of zones");
        }
        var pairs = new ArrayList<ZonePair>();
        List<ZonePair.Profiled> profiled =
                zones.stream().map(ZonePair.Profiled::of).toList();
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i + 1; j < zones.size(); j++) {
                pairs.add(ZonePair.of(profiled.get(i), profiled.get(j)));
            }
        }
        Map<String, List<ZonePair>> ofZone = pairs.stream()
                .flatMap(pair -> Stream.of(pair, pair.reversed()))
                .collect(Collectors.groupingBy(ZonePair::zone));
        return new Similarity(
                period.toString(),
                by.wireName(),
                Kinds.DEFINITION,
                zones.size(),
                basis.coverage(),
                basis.notBrokenDown(),
                basis.warnings(),
                pairs,
                zones.stream()
                        .map(ZoneKinds::zone)
                        .map(zone -> Neighbours.of(zone, ofZone.getOrDefault(zone, List.of())))
                        .toList(),
                provinces(zones, pairs));
    }

    private static List<Homogenisation> provinces(List<ZoneKinds> zones, List<ZonePair> pairs) {
        Map<String, String> provinces = zones.stream()
                .filter(zone -> zone.province() != null)
                .collect(Collectors.toMap(ZoneKinds::zone, zone -> String.valueOf(zone.province())));
        Map<String, Long> members =
                provinces.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, List<ZonePair>> inside = pairs.stream()
                .filter(pair -> provinces.containsKey(pair.zone())
                        && Objects.equals(provinces.get(pair.zone()), provinces.get(pair.other())))
                .collect(Collectors.groupingBy(
                        pair -> String.valueOf(provinces.get(pair.zone())), TreeMap::new, Collectors.toList()));
        return inside.entrySet().stream()
                .map(province -> Homogenisation.of(
                        province.getKey(),
                        Math.toIntExact(members.getOrDefault(province.getKey(), 0L)),
                        province.getValue()))
                .toList();
    }
}
