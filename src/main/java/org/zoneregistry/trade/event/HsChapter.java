package org.zoneregistry.trade.event;

import java.util.regex.Pattern;

/**
 * A chapter of the Harmonized System of the World Customs Organization.
 *
 * @param value {@code 01} to {@code 97}
 */
public record HsChapter(String value) implements Comparable<HsChapter> {

    /** The written form as a regular expression. */
    public static final String PATTERN = "0[1-9]|[1-8][0-9]|9[0-7]";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** @throws IllegalArgumentException if there is no such chapter */
    public HsChapter {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a chapter of the Harmonized System, 01 to 97");
        }
    }

    @Override
    public int compareTo(HsChapter other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
