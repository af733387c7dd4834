package org.zoneregistry.statistics.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a sum covers. Entries for years as a whole are in no month, and are counted apart.
 *
 * @param entries how many entries
 * @param zones of how many zones
 * @param months of how many months, each counted once
 * @param zoneMonths of how many months of zones: twelve months of three zones are 36
 * @param wholeYears of how many years of zones there are entries for the year as a whole
 * @param yearsBesideMonths of how many years of zones there are such entries and entries of months, so that the same
 *     trade may be in the sum twice
 * @param totalsBesideDirections of how many months and whole years of zones there are entries of direction total and of
 *     import or export, so that the same trade may be in the sum twice
 */
public record Coverage(
        long entries,
        long zones,
        long months,
        long zoneMonths,
        long wholeYears,
        long yearsBesideMonths,
        long totalsBesideDirections) {

    /** What is to be said of sums in which trade may be twice, as sentences; empty if there are none. */
    public static List<String> warnings(Collection<Coverage> sums) {
        var warnings = new ArrayList<String>();
        warn(
                warnings,
                sums,
                Coverage::yearsBesideMonths,
                "of a zone's year as a whole beside entries of its months (coverage.yearsBesideMonths)");
        warn(
                warnings,
                sums,
                Coverage::totalsBesideDirections,
                "of a zone's total beside entries of its imports or exports in the same period"
                        + " (coverage.totalsBesideDirections)");
        return List.copyOf(warnings);
    }

    private static void warn(
            List<String> warnings, Collection<Coverage> sums, ToLongFunction<Coverage> times, String what) {
        long rows = sums.stream().filter(sum -> times.applyAsLong(sum) > 0).count();
        if (rows > 0) {
            warnings.add("Trade may be counted twice. Rows with entries " + what + ": " + rows + ".");
        }
    }
}
