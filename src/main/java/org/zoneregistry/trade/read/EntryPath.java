package org.zoneregistry.trade.read;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.trade.event.EntryId;

/** The trade entry in a path. */
public final class EntryPath {

    private EntryPath() {}

    /**
     * The id.
     *
     * @throws ProblemException {@code entry-not-found}, even if the text is not an id
     */
    public static EntryId id(String text) {
        try {
            return new EntryId(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.ENTRY_NOT_FOUND, "No entry has such an id: it " + noId.getMessage() + ".");
        }
    }

    /** The tag of every event about the entry. */
    public static String tag(EntryId entry) {
        return "entry:" + entry;
    }

    /** The prefix does not know the entry. */
    public static ProblemException unknown(EntryId entry, long knownAt) {
        return Problem.of(
                        ProblemType.ENTRY_NOT_FOUND,
                        "There is no entry " + entry + " in the log up to position " + knownAt
                                + ". GET /v1/trade lists the known entries.")
                .with("entry", entry.value())
                .exception();
    }
}
