package org.zoneregistry.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A point in recorded time, as a request gives it. */
public sealed interface KnownAt {

    /**
     * An instant.
     *
     * @param isLatestInFuture whether a future instant means the latest state, as for an HTTP date (RFC 7089, 4.5.3)
     */
    record At(Instant instant, boolean isLatestInFuture) implements KnownAt {}

    /** A position. */
    record Position(long position) implements KnownAt {}

    /**
     * RFC 3339, section 5.6, with up to nine decimals in the seconds. A plus sign may arrive as a space, as in forms.
     */
    Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+ -][0-9]{2}:[0-9]{2})");

    /** A position, without leading zeros. */
    Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

    /**
     * Reads a position.
     *
     * @throws IllegalArgumentException with the reason
     */
    static Position parsePosition(String text) {
        if (!POSITION.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a position such as 412");
        }
        return new Position(Long.parseLong(text));
    }

    /**
     * Reads {@code knownAt}.
     *
     * @throws IllegalArgumentException with the reason
     */
    static KnownAt parse(String text) {
        if (POSITION.matcher(text).matches()) {
            return parsePosition(text);
        }
        if (!RFC_3339.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be an instant such as 2026-11-23T22:40:23.123456Z, or a position such as 412");
        }
        try {
            return new At(
                    OffsetDateTime.parse(text.replace(' ', '+').toUpperCase(Locale.ROOT))
                            .toInstant(),
                    false);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not an instant of the calendar", e);
        }
    }

    /**
     * Reads {@code Accept-Datetime} (RFC 7089, 2.1.1: an HTTP date in GMT).
     *
     * @throws IllegalArgumentException with the reason
     */
    static KnownAt parseHttpDate(String text) {
        try {
            return new At(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    true);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an HTTP date such as Mon, 23 Nov 2026 22:40:23 GMT", e);
        }
    }
}
