package org.zoneregistry.projections;

import java.time.Duration;

/**
 * The settings of a projection.
 *
 * @param batchSize how many events a transaction applies at most
 * @param pollInterval how late an append is noticed if the log's notification is lost
 * @param followInterval how often a node reads the progress of another node that applies
 */
public record ProjectionSettings(int batchSize, Duration pollInterval, Duration followInterval) {

    public static final ProjectionSettings DEFAULT =
            new ProjectionSettings(500, Duration.ofSeconds(5), Duration.ofMillis(20));

    public ProjectionSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one event, not " + batchSize + ".");
        }
    }
}
