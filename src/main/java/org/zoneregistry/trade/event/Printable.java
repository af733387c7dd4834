package org.zoneregistry.trade.event;

/** The rule of identifiers that are set elsewhere: what a person can see and type again. */
final class Printable {

    private Printable() {}

    static void check(String value, int mostCharacters) {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > mostCharacters) {
            throw new IllegalArgumentException("must have 1 to " + mostCharacters + " characters");
        }
        if (!value.codePoints().allMatch(Printable::isPrintable)) {
            throw new IllegalArgumentException("must have printable characters only");
        }
        if (value.equals(".") || value.equals("..")) {
            // as a segment of a path they would be taken for steps, percent-encoded or not (RFC 3986, 6.2.2.3)
            throw new IllegalArgumentException("must not be . or ..");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("must not begin or end with white space");
        }
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
