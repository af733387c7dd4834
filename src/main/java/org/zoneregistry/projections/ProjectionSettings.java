package org.zoneregistry.projections;

import java.time.Duration;

/**
 * How a projection is run.
 *
 * @param batchSize how many events are applied in one transaction at most
 * @param pollInterval how long an append can stay unnoticed where the log's notification got lost
 * @param followInterval how often a node looks how far another one has come that is applying
 */
public record ProjectionSettings(int batchSize, Duration pollInterval, Duration followInterval) {

    public static final ProjectionSettings DEFAULT =
            new ProjectionSettings(500, Duration.ofSeconds(1), Duration.ofMillis(20));

    public ProjectionSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one event, not " + batchSize + ".");
        }
    }
}
