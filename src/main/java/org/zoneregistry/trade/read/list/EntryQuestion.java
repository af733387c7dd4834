package org.zoneregistry.trade.read.list;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.trade.event.Period;

/**
 * The entries to list. An empty or {@code null} value matches all; of several values, an entry must match one.
 *
 * @param periods months, or years with their months
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

    /** The cost of a page. A look-up by zone uses the index order; any other question may have to read all entries. */
    Effort effort() {
        boolean isAny = orphaned == null
                && Stream.of(periods, businessForms, directions, hsChapters, enterprises, partners)
                        .allMatch(Set::isEmpty);
        return !zones.isEmpty() || isAny ? Effort.LOOK_UP : Effort.SCAN;
    }
}
