package org.zoneregistry.trade.read;

import org.zoneregistry.trade.event.Period;

/** Periods as the two columns of tables: a year, and a month or 0 for the whole year. */
public final class Months {

    private Months() {}

    /** The column {@code year}. */
    public static Short year(Period period) {
        return (short) period.year();
    }

    /** The column {@code month}. */
    public static Short month(Period period) {
        Integer month = period.month();
        return month == null ? 0 : month.shortValue();
    }

    /** The period in the columns. */
    public static Period period(int year, int month) {
        return month == 0 ? Period.ofYear(year) : Period.ofMonth(year, month);
    }
}
