package org.zoneregistry.projections;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.tracing.Traces;

/** The projections of the application. Each runs while the application runs. */
@ApplicationScoped
public class Projections {

    private static final Logger LOG = Logger.getLogger(Projections.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ProjectionRunner> runners = new TreeMap<>();

    Projections(
            @PoolFor(Purpose.THE_LOG) Pool pool,
            EventLog log,
            Positions positions,
            Traces traces,
            @Any Instance<Projection> projections,
            @ConfigProperty(name = "registry.projection.batch-size", defaultValue = "500") int batchSize,
            @ConfigProperty(name = "registry.projection.poll-interval", defaultValue = "5s") Duration pollInterval) {
        var settings = new ProjectionSettings(batchSize, pollInterval, ProjectionSettings.DEFAULT.followInterval());
        for (Projection projection : projections) {
            runners.put(projection.name(), new ProjectionRunner(pool, log, projection, settings, positions, traces));
        }
    }

    /**
     * The runner of a projection.
     *
     * @throws IllegalArgumentException if there is no projection of that name
     */
    public ProjectionRunner named(String name) {
        ProjectionRunner runner = runners.get(name);
        if (runner == null) {
            throw new IllegalArgumentException("There is no projection " + name + ".");
        }
        return runner;
    }

    /** All runners, by name. */
    public Collection<ProjectionRunner> all() {
        return List.copyOf(runners.values());
    }

    /**
     * Positions are read before the first client can ask. It would be answered as if nothing had been recorded, even by
     * a node that answered with more before a restart.
     */
    void start(@Observes StartupEvent started) {
        try {
            Uni.join()
                    .all(all().stream().map(ProjectionRunner::find).toList())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException away) {
            LOG.warnf("It is not known yet how far the projections are: %s", away);
        }
        runners.values().forEach(ProjectionRunner::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        runners.values().forEach(ProjectionRunner::close);
    }
}
