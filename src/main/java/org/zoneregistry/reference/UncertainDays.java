package org.zoneregistry.reference;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The range of days in which something became true.
 *
 * @param notBefore the earliest day
 * @param on the latest
 */
record UncertainDays(LocalDate notBefore, LocalDate on) {

    /** Reads a day, a month or a year: {@code 2008-07} means 1 to 31 July 2008 (ISO 8601, reduced precision). */
    static UncertainDays parse(String date) {
        return switch (date.length()) {
            case 4 -> {
                var first = LocalDate.of(Integer.parseInt(date), 1, 1);
                yield new UncertainDays(first, first.plusYears(1).minusDays(1));
            }
            case 7 -> {
                var month = YearMonth.parse(date);
                yield new UncertainDays(month.atDay(1), month.atEndOfMonth());
            }
            default -> {
                var day = LocalDate.parse(date);
                yield new UncertainDays(day, day);
            }
        };
    }

    /** From the first day of one date to the last day of the other, each a day, a month or a year. */
    static UncertainDays between(String first, String last) {
        return new UncertainDays(parse(first).notBefore, parse(last).on);
    }
}
