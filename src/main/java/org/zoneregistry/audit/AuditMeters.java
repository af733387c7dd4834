package org.zoneregistry.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.follow.Lag;
import org.zoneregistry.log.KnownHistory;

/** Shows how far the tree and its checkpoints are behind the log, and whether recording has stopped. */
@Singleton
final class AuditMeters {

    void register(
            @Observes StartupEvent started,
            TreeKeeper keeper,
            LastCheckpoint last,
            KnownHistory history,
            MeterRegistry meters) {
        Gauge.builder("registry.log.position", keeper, tree -> tree.state().head())
                .description("the last position of the log that this node has heard of")
                .register(meters);
        Gauge.builder("registry.tree.size", keeper, tree -> tree.state().size())
                .description("events in the Merkle tree")
                .register(meters);
        Gauge.builder("registry.checkpoint.size", last, checkpoint -> (double) size(checkpoint))
                .description("events in the last checkpoint that this node knows")
                .register(meters);
        var lag = new Lag(System::nanoTime);
        TimeGauge.builder(
                        "registry.checkpoint.lag",
                        keeper,
                        TimeUnit.SECONDS,
                        tree -> lag.of(size(last), tree.state().head()).toMillis() / 1000.0)
                .description("how long the oldest event that is in no checkpoint has been in the log")
                .register(meters);
        Gauge.builder("registry.log.halted", keeper, tree -> isHalted(tree, history))
                .description("1 if nothing is recorded because the log contradicts what was signed or seen")
                .register(meters);
    }

    private static double isHalted(TreeKeeper keeper, KnownHistory history) {
        return keeper.state().isHalted() || history.lost().isPresent() ? 1 : 0;
    }

    private static long size(LastCheckpoint last) {
        return last.find().map(IssuedCheckpoint::size).orElse(0L);
    }
}
