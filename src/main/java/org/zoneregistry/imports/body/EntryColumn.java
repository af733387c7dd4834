package org.zoneregistry.imports.body;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a file: the members of a trade entry, and the problem of an earlier attempt, which is ignored. */
public enum EntryColumn {
    ENTRY_ID("entryId", true),
    ZONE("zone", true),
    PERIOD("period", true),
    DIRECTION("direction", true),
    BUSINESS_FORM("businessForm", true),
    HS_CHAPTER("hsChapter", false),
    ENTERPRISE("enterprise", false),
    PARTNER("partner", false),
    VALUE("value", true),
    PROBLEM("problem", false);

    private static final List<EntryColumn> ALL = List.of(values());

    private final String title;
    private final boolean required;

    EntryColumn(String title, boolean required) {
        this.title = title;
        this.required = required;
    }

    /** The name in header lines, and of the member in JSON. */
    public String title() {
        return title;
    }

    /** Whether every entry needs it. */
    boolean required() {
        return required;
    }

    /** The JSON pointer for violations. */
    String pointer() {
        return "/" + title;
    }

    /** All columns, in the order in which entries are documented. */
    public static List<EntryColumn> all() {
        return ALL;
    }

    static Optional<EntryColumn> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findAny();
    }
}
