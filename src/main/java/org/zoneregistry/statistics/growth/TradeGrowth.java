package org.zoneregistry.statistics.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Interval.Periods;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.Matching;
import org.zoneregistry.statistics.cube.Matching.Common;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Growth;
import org.zoneregistry.statistics.growth.GrowthRow.Matched;
import org.zoneregistry.statistics.growth.GrowthRow.MatchedBase;
import org.zoneregistry.trade.event.Period;

/**
 * The growth of trade.
 *
 * @param base the base period of multiples and compound rates
 * @param notBrokenDown trade that was recorded for whole years and not for the months, which is ignored; absent if
 *     there is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param rows by group, then by period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeGrowth(
        String base,
        String to,
        String definition,
        @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        List<GrowthRow> rows) {

    private static final String DEFINITION = "yearOnYear is x(t) / x(t − 1 year) − 1; multiple x(t) / x(base);"
            + " compoundAnnual (x(t) / x(base))^(1 / years between) − 1. A period for which nothing was recorded is"
            + " unknown, not zero. matched and matchedBase are the same of the zones that have entries of the same"
            + " month, or of the year as a whole, in both periods, and only of these months and years.";

    private static final String NOTHING_IN_COMMON = "no zone has the same month or the year as a whole in both periods";

    public TradeGrowth {
        warnings = List.copyOf(warnings);
        rows = List.copyOf(rows);
    }

    private static final int YEAR = 12;

    /** The dimension of the periods. */
    static Dimension periodsOf(Periods asked) {
        return asked.from().isMonth() ? Dimension.MONTH : Dimension.YEAR;
    }

    /** The first period for the cube: that of the year before the first requested one. */
    static Period firstOf(Periods asked) {
        return asked.from().year() == Period.FIRST_YEAR ? asked.from() : yearBefore(asked.from());
    }

    /** The growth of each group, from the cube's cells of each period. */
    static TradeGrowth of(
            Periods asked,
            Set<Dimension> groupBy,
            List<CoveredCell> cells,
            List<Matching> matchings,
            Optional<Amount> notBrokenDown) {
        Map<Map<Dimension, @Nullable String>, Group> groups = new TreeMap<>(order(groupBy));
        for (CoveredCell covered : cells) {
            put(
                    asked,
                    groups,
                    covered.cell().key(),
                    (group, period) -> group.sums().put(period, covered));
        }
        for (Matching matching : matchings) {
            put(
                    asked,
                    groups,
                    matching.key(),
                    (group, period) -> group.matchings().put(period, matching));
        }
        if ((long) groups.size() * periods(asked).count() > Cube.MOST_CELLS) {
            throw new TooMuch(Cube.MOST_CELLS, "rows"); // a group has a row for each period, even without trade
        }
        var rows = new ArrayList<GrowthRow>();
        for (Map.Entry<Map<Dimension, @Nullable String>, Group> group : groups.entrySet()) {
            periods(asked).forEach(period -> rows.add(row(group.getKey(), group.getValue(), period, asked.from())));
        }
        return new TradeGrowth(
                asked.from().toString(),
                asked.to().toString(),
                DEFINITION,
                notBrokenDown.orElse(null),
                Coverage.warnings(rows.stream()
                        .map(GrowthRow::coverage)
                        .filter(Objects::nonNull)
                        .toList()),
                rows);
    }

    /** The trade of a group, by period. */
    private record Group(Map<Period, CoveredCell> sums, Map<Period, Matching> matchings) {

        Group() {
            this(new HashMap<>(), new HashMap<>());
        }

        @Nullable
        Amount total(Period period) {
            CoveredCell sum = sums.get(period);
            return sum == null ? null : sum.cell().total();
        }

        @Nullable
        Coverage coverage(Period period) {
            CoveredCell sum = sums.get(period);
            return sum == null ? null : sum.coverage();
        }
    }

    private static void put(
            Periods asked,
            Map<Map<Dimension, @Nullable String>, Group> groups,
            Map<Dimension, @Nullable String> key,
            BiConsumer<Group, Period> put) {
        Map<Dimension, @Nullable String> group = new EnumMap<>(Dimension.class);
        group.putAll(key);
        String period = group.remove(periodsOf(asked));
        if (period != null) {
            put.accept(groups.computeIfAbsent(group, _ -> new Group()), Period.parse(period));
        }
    }

    /** The possible breakdowns: all dimensions except the periods, which are the rows. */
    static Set<Dimension> groupings() {
        return EnumSet.complementOf(EnumSet.of(Dimension.YEAR, Dimension.MONTH));
    }

    private static Comparator<Map<Dimension, @Nullable String>> order(Set<Dimension> groupBy) {
        Comparator<Map<Dimension, @Nullable String>> order = Comparator.comparingInt(_ -> 0);
        for (Dimension dimension : new TreeSet<>(groupBy)) {
            order = order.thenComparing(group -> group.get(dimension), Comparator.nullsLast(Comparator.naturalOrder()));
        }
        return order;
    }

    private static GrowthRow row(Map<Dimension, @Nullable String> key, Group group, Period period, Period base) {
        Period yearBefore = period.year() == Period.FIRST_YEAR ? null : yearBefore(period);
        Amount total = group.total(period);
        Amount before = yearBefore == null ? null : group.total(yearBefore);
        Coverage coverageBefore = yearBefore == null ? null : group.coverage(yearBefore);
        Matching matching = group.matchings().get(period);
        if (total == null) {
            Figure none = Figure.none("nothing was recorded for " + period);
            return GrowthRow.of(
                    key,
                    period.toString(),
                    null,
                    none,
                    none,
                    none,
                    null,
                    coverageBefore,
                    new Matched(0, 0, 0, none),
                    new MatchedBase(0, 0, 0, none, none));
        }
        Amount first = group.total(base);
        return GrowthRow.of(
                key,
                period.toString(),
                total,
                Growth.rate(before, total),
                Growth.multiple(first, total),
                Growth.compoundAnnual(first, total, months(base, period)),
                group.coverage(period),
                coverageBefore,
                matched(matching == null ? Common.NOTHING : matching.yearBefore()),
                matchedBase(matching == null ? Common.NOTHING : matching.base(), months(base, period)));
    }

    private static Matched matched(Common common) {
        return new Matched(
                common.zones(),
                common.zoneMonths(),
                common.wholeYears(),
                common.zones() == 0 ? Figure.none(NOTHING_IN_COMMON) : Growth.rate(common.earlier(), common.later()));
    }

    private static MatchedBase matchedBase(Common common, int months) {
        boolean isNothing = common.zones() == 0;
        return new MatchedBase(
                common.zones(),
                common.zoneMonths(),
                common.wholeYears(),
                isNothing ? Figure.none(NOTHING_IN_COMMON) : Growth.multiple(common.earlier(), common.later()),
                isNothing
                        ? Figure.none(NOTHING_IN_COMMON)
                        : Growth.compoundAnnual(common.earlier(), common.later(), months));
    }

    private static Stream<Period> periods(Periods asked) {
        int step = asked.from().isMonth() ? 1 : YEAR;
        return IntStream.rangeClosed(0, months(asked.from(), asked.to()) / step)
                .mapToObj(number -> later(asked.from(), number * step));
    }

    private static Period later(Period from, int months) {
        int month = YEAR * from.year() + monthOf(from) + months;
        return new Period(Math.floorDiv(month, YEAR), from.isMonth() ? 1 + Math.floorMod(month, YEAR) : null);
    }

    private static Period yearBefore(Period period) {
        return new Period(period.year() - 1, period.month());
    }

    private static int months(Period from, Period to) {
        return YEAR * (to.year() - from.year()) + monthOf(to) - monthOf(from);
    }

    private static int monthOf(Period period) {
        Integer month = period.month();
        return month == null ? 0 : month - 1;
    }
}
