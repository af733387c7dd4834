package org.zoneregistry.statistics.vintages;

import java.util.Set;
import org.zoneregistry.trade.event.Period;

/** A figure that can be restated. */
sealed interface RestatedFigure {

    /** The names of measures in requests. */
    enum Name {
        /** The trade of a zone in a period, from the entries. */
        TRADE,
        /** The trade of all zones in a period, from the entries. */
        ZONES_TRADE,
        /** A figure that was published as a whole. */
        AGGREGATE
    }

    /**
     * The sum of entries. An empty set stands for all.
     *
     * @param period a year with its months, or a single month
     * @param zones the codes of zones
     */
    record Trade(
            Period period, Set<String> zones, Set<String> businessForms, Set<String> directions, Set<String> hsChapters)
            implements RestatedFigure {}

    /**
     * A published total.
     *
     * @param businessForm empty if the figure is about all forms of business
     */
    record Published(Period period, String subject, String territory, String businessForm) implements RestatedFigure {}
}
