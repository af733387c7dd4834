package org.zoneregistry.trade.write;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.EntryId;

/** Why a trade entry can't be recorded, corrected or withdrawn. */
public final class EntryRejections {

    private EntryRejections() {}

    /** No such entry was ever recorded. */
    public static Rejection notFound(EntryId entry) {
        return Rejection.of(
                        ProblemType.ENTRY_NOT_FOUND,
                        "There is no trade entry " + entry + ". Record it first, or correct the entryId in the path.")
                .about("entryId", entry);
    }

    /** The entry was withdrawn before. */
    public static Rejection withdrawn(EntryId entry) {
        return Rejection.of(
                        ProblemType.ENTRY_WITHDRAWN,
                        "Trade entry " + entry
                                + " was withdrawn, and its entryId is never used again. Record a new entry"
                                + " with an entryId of its own.")
                .about("entryId", entry);
    }
}
