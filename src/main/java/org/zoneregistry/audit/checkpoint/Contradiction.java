package org.zoneregistry.audit.checkpoint;

import java.util.Optional;
import org.zoneregistry.audit.merkle.Hash;

/**
 * A signed checkpoint that the current log contradicts.
 *
 * @param checkpointSize of the first such checkpoint
 * @param signedRoot the signed root
 * @param foundRoot the root of the current log at that size; empty if the log is shorter
 * @param logSize how many events the log had
 */
public record Contradiction(long checkpointSize, Hash signedRoot, Optional<Hash> foundRoot, long logSize) {

    /** A sentence for the operator. */
    public String sentence() {
        String found = foundRoot
                .map(root -> "the log's first " + checkpointSize + " events now have the root " + root)
                .orElse("the log ends at position " + logSize);
        return "The checkpoint of size " + checkpointSize + " was signed with the root " + signedRoot + ", but " + found
                + ".";
    }
}
