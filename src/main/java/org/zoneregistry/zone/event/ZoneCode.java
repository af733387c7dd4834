package org.zoneregistry.zone.event;

/**
 * The code of a zone: a lower-case slug of at most {@value #MAX_LENGTH} characters, given once and never reused.
 *
 * @param value the slug, such as {@code shanghai-waigaoqiao}
 */
public record ZoneCode(String value) implements Comparable<ZoneCode> {

    public static final int MAX_LENGTH = 80;

    /** The form of a code, for use in constraint annotations and documents. */
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws IllegalArgumentException if the value is no slug or is too long */
    public ZoneCode {
        if (value.length() > MAX_LENGTH || !isSlug(value)) {
            throw new IllegalArgumentException("A zone code is a lower-case slug (" + PATTERN + ") of at most "
                    + MAX_LENGTH + " characters, such as shanghai-waigaoqiao.");
        }
    }

    /** Whether it has the form; not by the expression, since every event that is read comes through here. */
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
