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
 * Which sums are asked for.
 *
 * <p>From and to are both years or both months. Years sum their months and what was recorded for the year as a whole;
 * months sum what was recorded for months alone. Zones count under their type, province and region as of the last day
 * of each period, or as of {@code validAt} where given.
 *
 * @param from the first period
 * @param to the last period, not before {@code from}
 * @param groupBy by what the sums are taken apart; empty for one sum of all
 * @param filter only entries with one of these values of the dimension; of months, a year stands for what was recorded
 *     for it as a whole
 * @param validAt the day that counts for a zone's type, province and region; {@code null} for each period's last
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

    /** What it costs: several details of entries together are in no sums, but in the entries alone. */
    public Effort effort() {
        Set<Dimension> used = EnumSet.copyOf(CubeStatement.DETAILS);
        used.removeIf(detail -> !groupBy.contains(detail) && !filter.containsKey(detail));
        return used.size() > 1 ? Effort.SCAN : Effort.LOOK_UP;
    }

    /** The same question about other periods. */
    public CubeQuestion over(Period first, Period last) {
        return new CubeQuestion(first, last, groupBy, filter, validAt, knownAt);
    }

    /** The same question about these of its periods alone, taken apart by them too. */
    public CubeQuestion byPeriods(Set<Period> periods) {
        Dimension told = from.isMonth() ? Dimension.MONTH : Dimension.YEAR;
        Set<Dimension> dimensions = EnumSet.of(told);
        dimensions.addAll(groupBy);
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        only.putAll(filter);
        only.put(told, periods.stream().map(Period::toString).collect(Collectors.toSet()));
        return new CubeQuestion(from, to, dimensions, only, validAt, knownAt);
    }

    /** The same question taken apart by other dimensions. */
    public CubeQuestion by(Set<Dimension> dimensions) {
        return new CubeQuestion(from, to, dimensions, filter, validAt, knownAt);
    }

    /** The question about what was recorded for the same years as a whole, and is in none of their months. */
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
