package org.zoneregistry.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts the lines of imports that this node has decided. */
@Singleton
final class ImportMeters {

    private final Counter recorded;
    private final Counter alreadyThere;
    private final Counter refused;

    ImportMeters(MeterRegistry meters) {
        this.recorded = lines(meters, "recorded");
        this.alreadyThere = lines(meters, "already-there");
        this.refused = lines(meters, "refused");
    }

    private static Counter lines(MeterRegistry meters, String outcome) {
        return Counter.builder("registry.import.lines")
                .description("lines of imports that were decided")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** From the start on there are counts of zero, so that the first lines count in a rate. */
    void start(@Observes StartupEvent started) {}

    void decided(long recordedLines, long knownLines, long refusedLines) {
        recorded.increment((double) recordedLines);
        alreadyThere.increment((double) knownLines);
        refused.increment((double) refusedLines);
    }
}
