package org.zoneregistry.imports.batch;

import org.zoneregistry.decision.Rejection;

/** What became of one entry. */
public sealed interface Verdict {

    /** It is in the log now. */
    record Recorded(long position) implements Verdict {}

    /** It was there before, the very same. */
    record AlreadyThere() implements Verdict {}

    /** It was refused. */
    record Refused(Rejection why) implements Verdict {}
}
