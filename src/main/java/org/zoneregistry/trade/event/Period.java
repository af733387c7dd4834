package org.zoneregistry.trade.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The period of a statistical figure: a calendar year ({@code 2022}) or a month ({@code 2022-12}).
 *
 * <p>A year sorts before its months.
 *
 * @param year {@value #FIRST_YEAR} to {@value #LAST_YEAR}
 * @param month 1 to 12, or {@code null} for the whole year
 */
public record Period(int year, @Nullable Integer month) implements Comparable<Period> {

    /** The written form as a regular expression. */
    public static final String PATTERN = "[0-9]{4}(-[0-9]{2})?";

    /** The first year that can be written. */
    public static final int FIRST_YEAR = 1900;

    /** The last year that can be written. */
    public static final int LAST_YEAR = 2100;

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final Comparator<Period> ORDER =
            Comparator.comparingInt(Period::year).thenComparingInt(period -> period.month == null ? 0 : period.month);

    /** @throws IllegalArgumentException if there is no such year or month */
    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("must have a month from 01 to 12");
        }
    }

    /** A whole year. */
    public static Period ofYear(int year) {
        return new Period(year, null);
    }

    /** A month. */
    public static Period ofMonth(int year, int month) {
        return new Period(year, month);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException with the reason
     */
    public static Period parse(String text) {
        if (!isWritten(text)) {
            throw new IllegalArgumentException("must be a year such as 2022 or a month such as 2022-12");
        }
        int year = Integer.parseInt(text, 0, YEAR_LENGTH, 10);
        return text.length() == YEAR_LENGTH
                ? ofYear(year)
                : ofMonth(year, Integer.parseInt(text, YEAR_LENGTH + 1, MONTH_LENGTH, 10));
    }

    /**
     * Whether it has the form. Does not use the regular expression, because every entry that is read comes through
     * here.
     */
    private static boolean isWritten(String text) {
        if (text.length() != YEAR_LENGTH && text.length() != MONTH_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            if (i == YEAR_LENGTH ? c != '-' : !isDigit) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a month. */
    public boolean isMonth() {
        return month != null;
    }

    /** The year itself, or the year of the month. */
    public Period wholeYear() {
        return ofYear(year);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(year, month == null ? 1 : month, 1);
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return YearMonth.of(year, month == null ? 12 : month).atEndOfMonth();
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    /** The written form. */
    @Override
    public String toString() {
        return month == null ? Integer.toString(year) : year + (month < 10 ? "-0" : "-") + month;
    }
}
