package org.zoneregistry.statistics.imbalance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.InEachRow;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Theil;
import org.zoneregistry.trade.event.Period;

/**
 * The inequality of trade among zones, between groups of them and within.
 *
 * @param by the grouping of zones: region or province
 * @param definition which zones are included
 * @param n how many zones
 * @param covers what the entries cover; absent if there are none
 * @param notBrokenDown trade that was recorded for the whole year and not for the month, which is ignored; absent if
 *     there is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param theilBetween the part of the Theil index of all zones that is between the groups
 * @param theilWithin the part within them; both add up to the index exactly
 * @param all of all zones
 * @param groups of the zones of each group
 * @param provinces of the zones inside each province that has several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Imbalance(
        String period,
        String by,
        String definition,
        int n,
        @InEachRow @Nullable Coverage covers,
        @InEachRow @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        Figure theilBetween,
        Figure theilWithin,
        Spread all,
        List<Spread> groups,
        List<Spread> provinces) {

    static final String DEFINITION =
            "A zone counts if it is live on the day that counts (the period's last, or validAt), with"
                    + " zero where it has no trade in the period, or if it has trade in the period.";

    private static final String UNKNOWN = "unknown";

    public Imbalance {
        warnings = List.copyOf(warnings);
        groups = List.copyOf(groups);
        provinces = List.copyOf(provinces);
    }

    static Imbalance of(Period period, Dimension by, Collection<ZoneTrade> zones, Basis basis) {
        Amount total = Amount.sum(zones.stream().map(ZoneTrade::total).toList());
        Map<String, List<ZoneTrade>> groups =
                grouped(zones, by == Dimension.REGION ? ZoneTrade::region : ZoneTrade::province);
        Theil theil = Theil.of(groups.values().stream()
                .map(group -> group.stream().map(ZoneTrade::total).toList())
                .toList());
        return new Imbalance(
                period.toString(),
                by.wireName(),
                DEFINITION,
                zones.size(),
                basis.coverage(),
                basis.notBrokenDown(),
                basis.warnings(),
                theil.between(),
                theil.within(),
                Spread.of("all", "all", zones, total),
                groups.entrySet().stream()
                        .map(group -> Spread.of(by.wireName(), group.getKey(), group.getValue(), total))
                        .toList(),
                grouped(zones, ZoneTrade::province).entrySet().stream()
                        .filter(province -> province.getValue().size() > 1)
                        .map(province ->
                                Spread.of(Dimension.PROVINCE.wireName(), province.getKey(), province.getValue(), total))
                        .toList());
    }

    private static Map<String, List<ZoneTrade>> grouped(
            Collection<ZoneTrade> zones, Function<ZoneTrade, @Nullable String> group) {
        return zones.stream()
                .collect(Collectors.groupingBy(
                        zone -> Objects.requireNonNullElse(group.apply(zone), UNKNOWN),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** The same as rows: all, the groups, and the provinces if they are not the groups. */
    List<Spread> rows() {
        List<Spread> inside = by.equals(Dimension.PROVINCE.wireName()) ? List.of() : provinces;
        return Stream.of(List.of(all), groups, inside).flatMap(List::stream).toList();
    }
}
