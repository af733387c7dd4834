package org.zoneregistry.imports.batch;

import org.zoneregistry.decision.Rejection;

/** The result for one entry. */
public sealed interface LineVerdict {

    /** The entry was appended. */
    record Recorded(long position) implements LineVerdict {}

    /** The same entry had been recorded before. */
    record AlreadyThere() implements LineVerdict {}

    record Refused(Rejection why) implements LineVerdict {}
}
