package org.zoneregistry.log;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** What must not be in the index of tags: tags that must be absent, and the marks of V1__log.sql. */
final class Forbidding {

    private static final String VOID = "\u0001void:";
    private static final String SEALED = "\u0001sealed:";

    private final Set<String> keys = new LinkedHashSet<>();

    /** For a batch, which must not have been given up. */
    Forbidding(UUID batch) {
        keys.add(VOID + batch);
    }

    /** No event may carry the tag yet. */
    void absent(String tag) {
        keys.add(tag);
    }

    /** An event of the batch carries the tag, which must not have been sealed. */
    void carried(String tag) {
        keys.add(SEALED + tag);
    }

    String[] keys() {
        return keys.toArray(String[]::new);
    }
}
