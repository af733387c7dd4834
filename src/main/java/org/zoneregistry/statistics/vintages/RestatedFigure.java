package org.zoneregistry.statistics.vintages;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.zone.event.ZoneCode;

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
     * The sum of entries.
     *
     * @param zone the zone; {@code null} for all
     * @param period a year with its months, or a single month
     * @param businessForm the form of business; {@code null} for all
     * @param direction the direction; {@code null} for all
     */
    record Trade(
            @Nullable ZoneCode zone,
            Period period,
            @Nullable BusinessForm businessForm,
            @Nullable Direction direction) implements RestatedFigure {}

    /** A published total. */
    record Published(PublishedAggregate.Key key) implements RestatedFigure {}
}
