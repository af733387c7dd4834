package org.zoneregistry.trade.read;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.trade.event.EntryId;

/** The trade entry that a path names. */
public final class EntryPath {

    private EntryPath() {}

    /**
     * The id.
     *
     * @throws ProblemException {@code entry-not-found}, since what is no id is no entry either
     */
    public static EntryId id(String text) {
        try {
            return new EntryId(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.ENTRY_NOT_FOUND, "No entry has such an id: it " + noId.getMessage() + ".");
        }
    }

    /** The tag that every event about the entry has in the log. */
    public static String tag(EntryId entry) {
        return "entry:" + entry;
    }

    /** The entry was unknown to the prefix. */
    public static ProblemException unknown(EntryId entry, long knownAt) {
        return Problem.of(
                        ProblemType.ENTRY_NOT_FOUND,
                        "Nothing was known of an entry " + entry + " up to position " + knownAt
                                + ". GET /v1/trade lists those that are.")
                .with("entry", entry.value())
                .exception();
    }
}
