package org.zoneregistry.trade.event;

import java.text.Normalizer;

/**
 * The rule of identifiers that are set elsewhere: what a person can see and type again, in Unicode normalisation form C, so that what looks
 * the same is the same.
 */
final class Printable {

    private Printable() {}

    static void check(String value, int mostCharacters) {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > mostCharacters) {
            throw new IllegalArgumentException("must have 1 to " + mostCharacters + " characters");
        }
        boolean isAscii = isVisibleAscii(value);
        if (!isAscii && !value.codePoints().allMatch(Printable::isPrintable)) {
            throw new IllegalArgumentException("must have printable characters only");
        }
        if (value.equals(".") || value.equals("..")) {
            // as a segment of a path they would be taken for steps, percent-encoded or not (RFC 3986, 6.2.2.3)
            throw new IllegalArgumentException("must not be . or ..");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("must not begin or end with white space");
        }
        if (!isAscii && !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("must be in Unicode normalisation form C");
        }
    }

    /** Nearly all are, and every entry that is read comes through here. */
    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
