package org.zoneregistry.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.zoneregistry.follow.Follower.Condition;
import org.zoneregistry.follow.Lag;

/** Shows how far each projection is behind the log, as this node knows it. */
@Singleton
final class ProjectionMeters {

    void register(@Observes StartupEvent started, Projections projections, MeterRegistry meters) {
        for (ProjectionRunner runner : projections.all()) {
            var lag = new Lag(System::nanoTime);
            Gauge.builder("registry.projection.position", runner, ProjectionRunner::position)
                    .description("the last position that its tables reflect")
                    .tag("projection", runner.name())
                    .register(meters);
            Gauge.builder("registry.projection.lag.events", runner, ProjectionMeters::eventsBehind)
                    .description("events that it has not applied")
                    .tag("projection", runner.name())
                    .register(meters);
            TimeGauge.builder(
                            "registry.projection.lag",
                            runner,
                            TimeUnit.SECONDS,
                            behind -> lag.of(behind.position(), behind.head()).toMillis() / 1000.0)
                    .description("how long the oldest event that it has not applied has been in the log")
                    .tag("projection", runner.name())
                    .register(meters);
            Gauge.builder("registry.projection.stopped", runner, ProjectionMeters::isStopped)
                    .description("1 if it has stopped at an event that it can't apply")
                    .tag("projection", runner.name())
                    .register(meters);
        }
    }

    private static double eventsBehind(ProjectionRunner runner) {
        return Math.max(0, runner.head() - runner.position());
    }

    private static double isStopped(ProjectionRunner runner) {
        return runner.state().condition() == Condition.STOPPED ? 1 : 0;
    }
}
