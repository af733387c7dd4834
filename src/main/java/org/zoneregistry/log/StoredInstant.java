package org.zoneregistry.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * The times of stored events: RFC 3339 in UTC with six decimals, as the store writes them. The texts sort in the order
 * of the times.
 */
public final class StoredInstant {

    private static final String FORM = "0000-00-00T00:00:00.000000Z";
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANOS_OF_MICRO = 1_000;

    private StoredInstant() {}

    /**
     * Reads a time. A time in another form is read by {@link Instant#parse}, which is slower.
     *
     * @throws DateTimeParseException if it is not a time
     */
    static Instant parse(String text) {
        return hasForm(text) ? read(text) : Instant.parse(text);
    }

    /**
     * Whether the text has the form that the store writes, with any digits. It uses no pattern, because it runs for
     * every event.
     */
    public static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant read(String text) {
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text); // 24:00, leap seconds, or an invalid time
        }
        try {
            long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(
                    day * SECONDS_OF_DAY + (hour * 60L + minute) * 60 + second,
                    (long) digits(text, 20, 26) * NANOS_OF_MICRO);
        } catch (DateTimeException noDay) {
            throw new DateTimeParseException("no day of the calendar", text, 0, noDay);
        }
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
