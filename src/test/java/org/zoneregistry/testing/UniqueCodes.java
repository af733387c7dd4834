package org.zoneregistry.testing;

import java.util.UUID;

/** Codes of zones that no other test uses: tests share one registry, and a code is used once. */
public final class UniqueCodes {

    private UniqueCodes() {}

    /** A new code. */
    public static String next() {
        return "test-" + UUID.randomUUID();
    }
}
