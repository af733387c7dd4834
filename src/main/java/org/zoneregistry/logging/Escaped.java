package org.zoneregistry.logging;

/**
 * Text in one line that is safe to show. These characters are escaped: control characters (line breaks, escape codes),
 * line and paragraph separators, format characters (bidirectional controls, zero width), lone surrogates, private use
 * characters and unassigned characters. They become {@code \n}, {@code \r}, {@code \t}, or a backslash, {@code u} and
 * four hexadecimal digits for each UTF-16 code unit. All other characters stay as they are.
 */
final class Escaped {

    private Escaped() {}

    /** Returns the same object if nothing needs an escape. */
    static String of(String text) {
        if (text.codePoints().allMatch(Escaped::isPlain)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                escaped.appendCodePoint(point);
                return;
            }
            switch (point) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    for (char unit : Character.toChars(point)) {
                        escaped.append("\\u%04X".formatted((int) unit));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
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
