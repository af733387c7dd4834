package org.zoneregistry.trade.event;

/**
 * A chapter of the Harmonized System of the World Customs Organization.
 *
 * @param value {@code 01} to {@code 97}
 */
public record HsChapter(String value) implements Comparable<HsChapter> {

    /** The written form as a regular expression. */
    public static final String PATTERN = "0[1-9]|[1-8][0-9]|9[0-7]";

    private static final int LAST = 97;

    /** @throws IllegalArgumentException if there is no such chapter */
    public HsChapter {
        if (!isChapter(value)) {
            throw new IllegalArgumentException("must be a chapter of the Harmonized System, 01 to 97");
        }
    }

    /**
     * Whether it has the form. Does not use the regular expression, because every entry that is read comes through
     * here.
     */
    static boolean isChapter(String value) {
        if (value.length() != 2 || !isDigit(value.charAt(0)) || !isDigit(value.charAt(1))) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= 1 && number <= LAST;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
