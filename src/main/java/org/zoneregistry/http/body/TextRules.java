package org.zoneregistry.http.body;

import java.util.Optional;

/**
 * The rules for every text that the registry accepts. Refused are control characters (C0, DEL, C1, line and paragraph
 * separators), lone surrogates, noncharacters, bidirectional formatting characters (they can make one text look like
 * another, Unicode TR 36), white space at either end, and more than {@value #MOST_CHARACTERS} characters. Nothing is
 * trimmed or normalised: texts are stored as they were sent.
 */
public final class TextRules {

    /** In UTF-16 code units. Members may have smaller limits. */
    public static final int MOST_CHARACTERS = 2_000;

    private TextRules() {}

    /** The broken rule; empty if the text obeys all rules. */
    public static Optional<String> broken(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.of("must have at most " + MOST_CHARACTERS + " characters");
        }
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            var kind = refused(point);
            if (kind != null) {
                return Optional.of("must not contain " + kind + " (" + "U+%04X".formatted(point) + ")");
            }
        }
        if (!text.isEmpty() && (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length())))) {
            return Optional.of("must not begin or end with white space");
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable String refused(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "a control character";
            case Character.SURROGATE -> "a lone surrogate";
            default ->
                isBidiControl(point) ? "a bidirectional control" : isNoncharacter(point) ? "a noncharacter" : null;
        };
    }

    private static boolean isBidiControl(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }

    private static boolean isNoncharacter(int point) {
        return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0xFEFF;
    }
}
