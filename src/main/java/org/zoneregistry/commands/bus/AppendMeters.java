package org.zoneregistry.commands.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.zoneregistry.log.BatchListener;

/** Measures appending: how long a batch takes, how many commands share one, and how many are rejected. */
@Singleton
final class AppendMeters implements BatchListener {

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Timer batches;
    private final DistributionSummary commands;
    private final Counter conflicts;

    AppendMeters(MeterRegistry meters) {
        this.batches = Timer.builder("registry.append")
                .description("how long the database takes to append a batch")
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        this.commands = DistributionSummary.builder("registry.append.commands")
                .description("commands that shared a batch")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(meters);
        this.conflicts = Counter.builder("registry.append.conflicts")
                .description("appends that met a new event; their command is decided again")
                .register(meters);
    }

    @Override
    public void answered(int commandsInBatch, int rejected, long nanos) {
        batches.record(Duration.ofNanos(nanos));
        commands.record(commandsInBatch);
        if (rejected > 0) {
            conflicts.increment(rejected);
        }
    }
}
