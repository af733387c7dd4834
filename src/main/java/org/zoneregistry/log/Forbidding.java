package org.zoneregistry.log;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Entries that must not be in the index of tags: tags that must be absent, and the markers of V1__log.sql. */
final class Forbidding {

    private static final String VOID = "\u0001void:";
    private static final String SEALED = "\u0001sealed:";

    private final Set<String> keys = new LinkedHashSet<>();

    /** For a batch, which must not have been cancelled. */
    Forbidding(UUID batch) {
        keys.add(VOID + batch);
    }

    /** Forbids that an event has the tag already. */
    void absent(String tag) {
        keys.add(tag);
    }

    /** Forbids that the tag of an event of the batch is sealed. */
    void carried(String tag) {
        keys.add(SEALED + tag);
    }

    String[] keys() {
        return keys.toArray(String[]::new);
    }
}
