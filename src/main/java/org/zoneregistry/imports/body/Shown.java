package org.zoneregistry.imports.body;

import org.zoneregistry.http.body.TextRules;

/** Text from outside as it may be told back. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String shortened(String text) {
        return text.length() > LONGEST || TextRules.broken(text).isPresent() ? "…" : text;
    }
}
