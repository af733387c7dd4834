package org.zoneregistry.trade.read.list;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.trade.event.Period;

/**
 * Which entries to list; what is empty or {@code null} doesn't matter, of several values any will do.
 *
 * @param periods months, or years and their months
 * @param orphaned whether their zone is live on no day of their period
 */
record EntryQuestion(
        Set<String> zones,
        Set<Period> periods,
        Set<String> businessForms,
        Set<String> directions,
        Set<String> hsChapters,
        Set<String> enterprises,
        Set<String> partners,
        @Nullable Boolean orphaned) {

    /** What finding a page costs: they are found by zone, and come in that order; else all may have to be looked at. */
    Effort effort() {
        boolean isAny = orphaned == null
                && Stream.of(periods, businessForms, directions, hsChapters, enterprises, partners)
                        .allMatch(Set::isEmpty);
        return !zones.isEmpty() || isAny ? Effort.LOOK_UP : Effort.SCAN;
    }
}
