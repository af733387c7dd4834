package org.zoneregistry.statistics.cube;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * The common part of sums of a period and of earlier ones.
 *
 * @param key the value of each dimension of the breakdown, including the later period
 * @param yearBefore in common with the same period a year before
 * @param base in common with the base period
 */
public record Matching(Map<Dimension, @Nullable String> key, Common yearBefore, Common base) {

    public Matching {
        Map<Dimension, @Nullable String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(key);
        key = Collections.unmodifiableMap(copy);
    }

    /**
     * The trade of the zones with entries of the same month, or of the whole year, in both periods.
     *
     * @param zones how many zones
     * @param zoneMonths how many pairs of zone and month
     * @param wholeYears how many pairs of zone and whole year
     * @param earlier their trade in the earlier period
     * @param later their trade in the later period
     */
    public record Common(long zones, long zoneMonths, long wholeYears, Amount earlier, Amount later) {

        /** Nothing in common. */
        public static final Common NOTHING = new Common(0, 0, 0, Amount.ZERO, Amount.ZERO);
    }
}
