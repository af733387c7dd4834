package org.zoneregistry.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;

/** Shows the jobs of all nodes, by kind and state: those that have not ended, and those that failed within a day. */
@Singleton
final class JobMeters {

    private static final Logger LOG = Logger.getLogger(JobMeters.class);
    private static final int INTERVAL_SECONDS = 15;
    private static final String COUNT = """
            select kind, state, count(*)
            from (select kind, %s as state from job where state = 'running'
                  union all
                  select kind, state from job where state = 'failed' and id > uuidv7(interval '-1 day')) j
            group by kind, state
            """.formatted(Job.STATE);

    private final Pool pool;
    private final MultiGauge gauge;
    private @Nullable ScheduledFuture<?> timer;

    JobMeters(@PoolFor(Purpose.HEALTH) Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.gauge = MultiGauge.builder("registry.jobs")
                .description("jobs of all nodes that have not ended, or failed within a day")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        timer = Infrastructure.getDefaultWorkerPool()
                .scheduleWithFixedDelay(this::count, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void count() {
        var _ = pool.query(COUNT)
                .execute()
                .subscribe()
                .with(
                        rows -> {
                            List<Row<?>> counts = new ArrayList<>();
                            rows.forEach(row -> counts.add(Row.of(
                                    Tags.of("kind", row.getString(0), "state", row.getString(1)), row.getLong(2))));
                            gauge.register(counts, true);
                        },
                        failure -> LOG.debugf("The jobs were not counted: %s", failure));
    }
}
