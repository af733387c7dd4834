package org.zoneregistry.audit.tree;

import java.time.Duration;

/**
 * How the tree follows the log.
 *
 * @param block how many events are added in one transaction at most
 * @param pace the pause between two transactions once the tree is near the log's end: what is appended in it shares the
 *     next
 * @param checkpointInterval how long after a checkpoint the next one is signed at the earliest
 * @param pollInterval how long an append can stay unnoticed where the log's notification got lost
 */
public record TreeSettings(int block, Duration pace, Duration checkpointInterval, Duration pollInterval) {

    public static final TreeSettings DEFAULT =
            new TreeSettings(16_384, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1));

    public TreeSettings {
        if (block < 1) {
            throw new IllegalArgumentException("A block has at least one event, not " + block + ".");
        }
    }
}
