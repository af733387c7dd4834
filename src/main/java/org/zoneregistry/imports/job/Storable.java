package org.zoneregistry.imports.job;

/** Replaces characters that PostgreSQL can't store by U+FFFD. */
final class Storable {

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static String text(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            if (!isStorable(text, i)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isStorable(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c != 0;
    }
}
