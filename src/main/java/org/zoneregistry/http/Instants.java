package org.zoneregistry.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The written forms of instants. */
public final class Instants {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    // RFC_1123_DATE_TIME writes days with one digit, which RFC 9110, 5.6.7 does not allow.
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** RFC 3339 in UTC with exactly six decimals, rounded down. */
    public static String micros(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    /** The instant itself if it is a whole second, or else the next whole second. */
    public static Instant secondFrom(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(instant) ? second : second.plusSeconds(1);
    }

    /** An HTTP date (RFC 9110, 5.6.7), rounded down to the second. */
    public static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }
}
