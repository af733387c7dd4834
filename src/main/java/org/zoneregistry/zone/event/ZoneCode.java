package org.zoneregistry.zone.event;

import org.zoneregistry.identifier.LookAlikes;

/**
 * The code of a zone: a lower-case slug of at most {@value #MAX_LENGTH} characters. A code is never used for a second
 * zone, even after the first one has ended.
 *
 * @param value the slug, such as {@code shanghai-waigaoqiao}
 */
public record ZoneCode(String value) implements Comparable<ZoneCode> {

    public static final int MAX_LENGTH = 80;

    /** The form of a code, for use in constraint annotations and documents. */
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws IllegalArgumentException if the value is not a slug or is too long */
    public ZoneCode {
        if (value.length() > MAX_LENGTH || !isSlug(value)) {
            throw new IllegalArgumentException("A zone code is a lower-case slug (" + PATTERN + ") of at most "
                    + MAX_LENGTH + " characters, such as shanghai-waigaoqiao" + hint(value) + ".");
        }
    }

    /** A hint for a text that is not a code; empty if it does not look like one. */
    public static String hint(String value) {
        String hint = LookAlikes.hint(value);
        return value.length() <= MAX_LENGTH && isSlug(LookAlikes.plain(value).strip()) ? hint : "";
    }

    /**
     * Whether it has the form. Does not use the regular expression, because it is called for every event that is read.
     */
    private static boolean isSlug(String value) {
        char before = '-';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!isWord && !(c == '-' && before != '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    @Override
    public int compareTo(ZoneCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
