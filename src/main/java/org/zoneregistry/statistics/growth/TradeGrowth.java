package org.zoneregistry.statistics.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Interval.Periods;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Growth;
import org.zoneregistry.trade.event.Period;

/**
 * How trade has grown.
 *
 * @param base the period that multiples and compound rates are of
 * @param notBrokenDown what was recorded for years as a whole beside the months, and counts for nothing here; absent
 *     where there is nothing
 * @param rows by group, and by period in each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeGrowth(
        String base, String to, String definition, @Nullable Amount notBrokenDown, List<GrowthRow> rows) {

    private static final String DEFINITION = "yearOnYear is x(t) / x(t − 1 year) − 1; multiple x(t) / x(base);"
            + " compoundAnnual (x(t) / x(base))^(1 / years between) − 1. A period for which nothing was recorded is"
            + " unknown, not zero.";

    public TradeGrowth {
        rows = List.copyOf(rows);
    }

    private static final int YEAR = 12;

    /** The dimension that tells the periods apart. */
    static Dimension periodsOf(Periods asked) {
        return asked.from().isMonth() ? Dimension.MONTH : Dimension.YEAR;
    }

    /** What to ask the cube for: the periods, and those of the year before the first. */
    static Period firstOf(Periods asked) {
        return asked.from().year() == Period.FIRST_YEAR ? asked.from() : yearBefore(asked.from());
    }

    /** The growth of each group of a cube's cells, which are of each period. */
    static TradeGrowth of(Periods asked, Set<Dimension> groupBy, List<Cell> cells, Optional<Amount> notBrokenDown) {
        Map<Map<Dimension, @Nullable String>, Map<Period, Amount>> groups = new TreeMap<>(order(groupBy));
        for (Cell cell : cells) {
            Map<Dimension, @Nullable String> group = new EnumMap<>(Dimension.class);
            group.putAll(cell.key());
            String period = group.remove(periodsOf(asked));
            if (period != null) {
                groups.computeIfAbsent(group, _ -> new TreeMap<>())
                        .merge(Period.parse(period), cell.total(), Amount::plus);
            }
        }
        var rows = new ArrayList<GrowthRow>();
        for (Map.Entry<Map<Dimension, @Nullable String>, Map<Period, Amount>> group : groups.entrySet()) {
            periods(asked).forEach(period -> rows.add(row(group.getKey(), group.getValue(), period, asked.from())));
        }
        return new TradeGrowth(
                asked.from().toString(), asked.to().toString(), DEFINITION, notBrokenDown.orElse(null), rows);
    }

    /** What growth can be taken apart by: all but the periods, which are the rows. */
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

    private static GrowthRow row(
            Map<Dimension, @Nullable String> group, Map<Period, Amount> amounts, Period period, Period base) {
        Amount total = amounts.get(period);
        if (total == null) {
            Figure none = Figure.none("nothing was recorded for " + period);
            return GrowthRow.of(group, period.toString(), null, none, none, none);
        }
        Amount before = period.year() == Period.FIRST_YEAR ? null : amounts.get(yearBefore(period));
        Amount first = amounts.get(base);
        return GrowthRow.of(
                group,
                period.toString(),
                total,
                Growth.rate(before, total),
                Growth.multiple(first, total),
                Growth.compoundAnnual(first, total, months(base, period)));
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
