package org.zoneregistry.statistics.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a sum covers. Entries for whole years are in no month, and are counted separately.
 *
 * @param entries how many entries
 * @param zones how many zones
 * @param months how many different months
 * @param zoneMonths how many pairs of zone and month: twelve months of three zones are 36
 * @param wholeYears how many pairs of zone and year have entries for the whole year
 * @param yearsBesideMonths how many pairs of zone and year have both such entries and entries of months, so that trade
 *     may be counted twice
 * @param totalsBesideDirections how many pairs of zone and month or whole year have entries of direction total and of
 *     import or export, so that trade may be counted twice
 */
public record Coverage(
        long entries,
        long zones,
        long months,
        long zoneMonths,
        long wholeYears,
        long yearsBesideMonths,
        long totalsBesideDirections) {

    /** Warnings about sums in which trade may be counted twice, as sentences; empty if there are none. */
    public static List<String> warnings(Collection<Coverage> sums) {
        return warnings(sums, null);
    }

    /**
     * The same for a breakdown. Where it separates what must not be added, no sum is wrong, but the total and the
     * shares are.
     *
     * @param all what all sums together cover; null if it isn't known
     */
    public static List<String> warnings(Collection<Coverage> sums, @Nullable Coverage all) {
        var warnings = new ArrayList<String>();
        warn(
                warnings,
                sums,
                all,
                Coverage::yearsBesideMonths,
                "of a zone's year as a whole beside entries of its months (coverage.yearsBesideMonths)");
        warn(
                warnings,
                sums,
                all,
                Coverage::totalsBesideDirections,
                "of a zone's total beside entries of its imports or exports in the same period"
                        + " (coverage.totalsBesideDirections)");
        return List.copyOf(warnings);
    }

    private static void warn(
            List<String> warnings,
            Collection<Coverage> sums,
            @Nullable Coverage all,
            ToLongFunction<Coverage> times,
            String what) {
        long rows = sums.stream().filter(sum -> times.applyAsLong(sum) > 0).count();
        long pairs = all == null ? 0 : times.applyAsLong(all);
        if (rows > 0) {
            warnings.add("Trade may be counted twice. Rows with entries " + what + ": " + rows + ".");
        } else if (pairs > 0) {
            warnings.add(
                    "Trade may be counted twice in the total and the shares. Pairs of a zone and a period with entries "
                            + what + ": " + pairs + ".");
        }
    }
}
