package org.zoneregistry.statistics.cube;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.trade.event.Period;

/**
 * The requested sums.
 *
 * <p>From and to are both years or both months. Years include their months and trade recorded for the whole year;
 * months include only trade recorded for months. The type, province and region of a zone are those of the last day of
 * each period, or of {@code validAt} if given.
 *
 * @param from the first period
 * @param to the last period, not before {@code from}
 * @param groupBy the dimensions of the breakdown; empty for one sum of all
 * @param filter only entries with one of these values of the dimension; among months, a year means trade recorded for
 *     that whole year
 * @param validAt the day that decides a zone's type, province and region; {@code null} for each period's last
 * @param knownAt the prefix of the log
 */
public record CubeQuestion(
        Period from,
        Period to,
        Set<Dimension> groupBy,
        Map<Dimension, Set<String>> filter,
        @Nullable LocalDate validAt,
        long knownAt) {

    public CubeQuestion {
        groupBy = Set.copyOf(groupBy);
        filter = filter.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, wanted -> Set.copyOf(wanted.getValue())));
        if (from.isMonth() != to.isMonth() || to.compareTo(from) < 0) {
            throw new IllegalArgumentException("from " + from + " and to " + to + " are not an interval of periods.");
        }
    }

    /** The cost. A question with several details reads the entries, because no table has sums by several details. */
    public Effort effort() {
        Set<Dimension> used = EnumSet.copyOf(CubeStatement.DETAILS);
        used.removeIf(detail -> !groupBy.contains(detail) && !filter.containsKey(detail));
        return used.size() > 1 ? Effort.SCAN : Effort.LOOK_UP;
    }

    /** The same question about other periods. */
    public CubeQuestion over(Period first, Period last) {
        return new CubeQuestion(first, last, groupBy, filter, validAt, knownAt);
    }

    /** The same question for these periods only, broken down by them too. */
    public CubeQuestion byPeriods(Set<Period> periods) {
        Dimension period = from.isMonth() ? Dimension.MONTH : Dimension.YEAR;
        Set<Dimension> dimensions = EnumSet.of(period);
        dimensions.addAll(groupBy);
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        only.putAll(filter);
        only.put(period, periods.stream().map(Period::toString).collect(Collectors.toSet()));
        return new CubeQuestion(from, to, dimensions, only, validAt, knownAt);
    }

    /** The same question with another breakdown. */
    public CubeQuestion by(Set<Dimension> dimensions) {
        return new CubeQuestion(from, to, dimensions, filter, validAt, knownAt);
    }

    /** The question about trade that was recorded for whole years, and is in none of their months. */
    public CubeQuestion ofWholeYears(Set<Dimension> by) {
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        only.putAll(filter);
        only.put(
                Dimension.MONTH,
                IntStream.rangeClosed(from.year(), to.year())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet()));
        return new CubeQuestion(from.wholeYear(), to.wholeYear(), by, only, validAt, knownAt);
    }
}
