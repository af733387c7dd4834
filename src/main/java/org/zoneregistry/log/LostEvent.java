package org.zoneregistry.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a node has seen or signed, and that the database does not have at its position.
 *
 * @param id null if only its position is known, from a signed checkpoint
 * @param logSize how many events the database has
 */
public record LostEvent(long position, @Nullable UUID id, long logSize) {

    /** A sentence for the operator. */
    public String sentence() {
        String found = logSize < position
                ? "the log ends at position " + logSize
                : "the log has another event there and ends at position " + logSize;
        String known = id == null
                ? "The events up to position " + position + " were signed"
                : "A node has seen event " + id + " at position " + position;
        return known + ", but " + found + ": the database went back.";
    }
}
