package org.zoneregistry.audit.offline;

import java.nio.file.Path;

/** Placeholder until the bundle is there. */
final class BundleVerification {
    private BundleVerification() {}

    static Report verify(Path file, TrustedKeys trusted) {
        return Report.notProved(Failure.of(file.toString(), "not yet", trusted.toString()));
    }
}
