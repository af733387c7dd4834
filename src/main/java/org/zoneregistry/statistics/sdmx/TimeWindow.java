package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Period;

/**
 * The requested periods: those that lie completely in the window.
 *
 * @param start its first day is the first one; {@code null} for no bound
 * @param end its last day is the last one; {@code null} for no bound
 */
record TimeWindow(@Nullable Period start, @Nullable Period end) {

    /** Whether it has no day. */
    boolean isEmpty() {
        return start != null && end != null && end.lastDay().isBefore(start.firstDay());
    }

    boolean contains(Period period) {
        return (start == null || !period.firstDay().isBefore(start.firstDay()))
                && (end == null || !period.lastDay().isAfter(end.lastDay()));
    }

    Period firstYear() {
        return start == null ? Period.ofYear(Period.FIRST_YEAR) : start.wholeYear();
    }

    Period lastYear() {
        return end == null ? Period.ofYear(Period.LAST_YEAR) : end.wholeYear();
    }
}
