package org.zoneregistry.imports.batch;

import org.zoneregistry.decision.Rejection;

/** What became of one entry. */
public sealed interface LineVerdict {

    /** It is in the log now. */
    record Recorded(long position) implements LineVerdict {}

    /** It was there before, the very same. */
    record AlreadyThere() implements LineVerdict {}

    /** It was refused. */
    record Refused(Rejection why) implements LineVerdict {}
}
