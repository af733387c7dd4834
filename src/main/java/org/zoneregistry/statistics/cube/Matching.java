package org.zoneregistry.statistics.cube;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * What sums of a period and of earlier ones have in common.
 *
 * @param key the value of each dimension by which sums are taken apart, the later period among them
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
     * The trade of the zones that have entries of the same month, or of the year as a whole, in both periods.
     *
     * @param zones how many zones that are
     * @param zoneMonths of how many months of zones
     * @param wholeYears of how many years of zones as a whole
     * @param earlier their trade in the earlier period
     * @param later and in the later one
     */
    public record Common(long zones, long zoneMonths, long wholeYears, Amount earlier, Amount later) {

        /** Nothing in common. */
        public static final Common NOTHING = new Common(0, 0, 0, Amount.ZERO, Amount.ZERO);
    }
}
