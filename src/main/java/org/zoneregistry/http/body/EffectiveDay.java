package org.zoneregistry.http.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

/**
 * A day in ISO 8601, possibly with reduced precision: {@code 2022-12-31}, {@code 2022-12} or {@code 2022}. A reduced
 * precision means a range: {@code 2022-12} is some day from 1 to 31 December.
 *
 * @param notBefore the earliest possible day
 * @param on the latest possible day, which is used for computation
 */
public record EffectiveDay(LocalDate notBefore, LocalDate on) {

    /** The written form as a regular expression. */
    public static final String PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

    /** The first year that can be written. */
    public static final int FIRST_YEAR = 1900;

    /** The last year that can be written. */
    public static final int LAST_YEAR = 2100;

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public EffectiveDay {
        if (notBefore.isAfter(on)) {
            throw new IllegalArgumentException("must not be after effectiveOn");
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException with the reason, if the form is wrong, the day does not exist, or the year is
     *     outside {@value #FIRST_YEAR} to {@value #LAST_YEAR}
     */
    public static EffectiveDay parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a date such as 2022-12-31, 2022-12 or 2022");
        }
        try {
            var day = switch (text.length()) {
                case 4 ->
                    new EffectiveDay(
                            Year.parse(text).atDay(1),
                            Year.parse(text).atMonth(12).atEndOfMonth());
                case 7 ->
                    new EffectiveDay(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).atEndOfMonth());
                default -> new EffectiveDay(LocalDate.parse(text), LocalDate.parse(text));
            };
            if (day.on.getYear() < FIRST_YEAR || day.on.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a day of the calendar", e);
        }
    }

    /**
     * The same day with the earliest day from a request ({@code effectiveNotBefore}). Unchanged if the request has
     * none.
     *
     * @throws BrokenMember if the earliest day is after {@link #on}
     */
    public EffectiveDay withNotBefore(@Nullable EffectiveDay earliest) {
        if (earliest == null) {
            return this;
        }
        if (earliest.notBefore.isAfter(on)) {
            throw new BrokenMember("effectiveNotBefore", "must not be after effectiveOn");
        }
        return new EffectiveDay(earliest.notBefore, on);
    }
}
