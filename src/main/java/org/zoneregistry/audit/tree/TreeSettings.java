package org.zoneregistry.audit.tree;

import java.time.Duration;

/**
 * How the tree follows the log.
 *
 * @param block the largest number of events that one transaction adds
 * @param pace the pause between two transactions when the tree is near the end of the log: one transaction adds the
 *     events of a pause
 * @param checkpointInterval the shortest time between two checkpoints
 * @param pollInterval how long an append can stay unnoticed if the log's notification was lost
 */
public record TreeSettings(int block, Duration pace, Duration checkpointInterval, Duration pollInterval) {

    public static final TreeSettings DEFAULT =
            new TreeSettings(16_384, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5));

    public TreeSettings {
        if (block < 1) {
            throw new IllegalArgumentException("A block has at least one event, not " + block + ".");
        }
    }
}
