package org.zoneregistry.pages.work;

import java.util.List;
import java.util.Map;

/**
 * A field of a form.
 *
 * @param name the member of the body, with a point between an object and its member. With a colon in front it is a part
 *     of the path
 * @param kind the kind of input: text, date, number, choice, list, flag, json
 * @param en the label in English
 * @param zh the label in Chinese
 * @param choices the wire names to choose from
 */
record Field(String name, String kind, boolean required, String en, String zh, List<String> choices) {

    /** The zone in the path. */
    static final String ZONE = ":code";

    /** The fact in the path, by the id of its event. */
    static final String FACT = ":eventId";

    /** The fields that a link to the page can fill, by the parameter of its address. */
    static final Map<String, String> BY_PARAMETER = Map.of("zone", ZONE, "fact", FACT);

    static Field text(String name, boolean required, String en, String zh) {
        return new Field(name, "text", required, en, zh, List.of());
    }

    static Field of(String kind, String name, boolean required, String en, String zh) {
        return new Field(name, kind, required, en, zh, List.of());
    }

    static Field choice(String name, boolean required, String en, String zh, List<String> choices) {
        return new Field(name, "choice", required, en, zh, choices);
    }

    /** Whether it is a part of the path of the request. */
    boolean isInPath() {
        return name.startsWith(":");
    }

    boolean isFlag() {
        return kind.equals("flag");
    }
}
