package org.zoneregistry.log;

import java.util.UUID;

/**
 * An event that this node has seen, and that the database does not have at its position.
 *
 * @param logSize how many events the database has
 */
public record LostEvent(long position, UUID id, long logSize) {

    /** A sentence for the operator. */
    public String sentence() {
        String found = logSize < position
                ? "the log ends at position " + logSize
                : "the log has another event there and ends at position " + logSize;
        return "A node has seen event " + id + " at position " + position + ", but " + found
                + ": the database went back.";
    }
}
