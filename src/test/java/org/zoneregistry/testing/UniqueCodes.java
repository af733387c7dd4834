package org.zoneregistry.testing;

import java.util.UUID;

/** Codes of zones that no other test uses: tests share one registry, and codes are never reused. */
public final class UniqueCodes {

    private UniqueCodes() {}

    /** A code that was never given before. */
    public static String next() {
        return "test-" + UUID.randomUUID();
    }
}
