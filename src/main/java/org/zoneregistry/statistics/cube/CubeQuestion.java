package org.zoneregistry.statistics.cube;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Period;

/**
 * Which sums are asked for.
 *
 * <p>From and to are both years or both months. Years sum their months and what was recorded for the year as a whole;
 * months sum what was recorded for months alone. Zones count under their type, province and region as of the last day of
 * each period, or as of {@code validAt} where given.
 *
 * @param from the first period
 * @param to the last period, not before {@code from}
 * @param groupBy by what the sums are taken apart; empty for one sum of all
 * @param filter only entries with one of these values of the dimension; of months, a year stands for what was recorded for it as a whole
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
