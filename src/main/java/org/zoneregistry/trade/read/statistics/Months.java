package org.zoneregistry.trade.read.statistics;

import org.zoneregistry.trade.event.Period;

/** Periods as two columns. */
final class Months {

    private Months() {}

    static Short year(Period period) {
        return (short) period.year();
    }

    /** 1 to 12; 0 for a year as a whole. */
    static Short month(Period period) {
        Integer month = period.month();
        return month == null ? 0 : month.shortValue();
    }
}
