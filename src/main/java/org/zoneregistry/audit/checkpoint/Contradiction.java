package org.zoneregistry.audit.checkpoint;

import java.util.Optional;
import org.zoneregistry.audit.merkle.Hash;

/**
 * A signed checkpoint that the log, as it is now, contradicts.
 *
 * @param checkpointSize of the first such checkpoint
 * @param signedRoot what was signed
 * @param foundRoot what the tree of that size is over the log as it is; empty where the log ends before
 * @param logSize how many events the log was seen to have
 */
public record Contradiction(long checkpointSize, Hash signedRoot, Optional<Hash> foundRoot, long logSize) {

    /** For the operator. */
    public String sentence() {
        String found = foundRoot
                .map(root -> "the log's first " + checkpointSize + " events now have the root " + root)
                .orElse("the log ends at position " + logSize);
        return "The checkpoint of size " + checkpointSize + " was signed with the root " + signedRoot + ", but " + found
                + ".";
    }
}
