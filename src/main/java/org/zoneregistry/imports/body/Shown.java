package org.zoneregistry.imports.body;

import org.zoneregistry.http.body.TextRules;

/** Shortens text from outside for messages. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String shortened(String text) {
        return text.length() > LONGEST || TextRules.broken(text).isPresent() ? "…" : text;
    }
}
