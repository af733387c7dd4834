package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;

/**
 * The right to publish to a topic, as a job that never ends. Each step sends a heartbeat. So a node that dies, or hangs
 * in a step, loses the right when the lease runs out.
 */
final class DatabaseLease implements Lease {
    private static final String PARTITIONS = """
            insert into kafka_topic (topic, partitions) values ($1, $2)
            on conflict (topic) do update set partitions = kafka_topic.partitions
            returning partitions
            """;

    private final Jobs jobs;
    private final Pool pool;
    private final String topic;
    private final JobKind kind;
    private volatile @Nullable JobRun held;
    // until then no heartbeat is needed
    private volatile long heldUntilNanos = System.nanoTime();

    DatabaseLease(Pool pool, String topic, Duration length) {
        this.jobs = new Jobs(pool);
        this.pool = pool;
        this.topic = topic;
        this.kind = new JobKind("publication", length, true, false);
    }

    @Override
    public Uni<Boolean> take(long position) {
        long now = System.nanoTime();
        long length = kind.lease().toNanos();
        JobRun mine = held;
        if (mine != null && heldUntilNanos - now > length * 2 / 3) {
            return Uni.createFrom().item(true);
        }
        Uni<Optional<JobRun>> taken = mine == null
                ? begin()
                : jobs.beat(mine, new Progress(position, null, null))
                        .map(isMine -> isMine ? Optional.of(mine) : Optional.empty());
        return taken.map(run -> {
            held = run.orElse(null);
            heldUntilNanos = now + length;
            return run.isPresent();
        });
    }

    private Uni<Optional<JobRun>> begin() {
        return jobs.take(kind, topic).chain(run -> {
            // a random id lists it first among the jobs, because the ids of other jobs begin with their time
            var asked = new Asked(UUID.randomUUID(), kind, topic, null, null, new JsonObject());
            return run.isPresent() ? Uni.createFrom().item(run) : jobs.begin(asked);
        });
    }

    @Override
    public Uni<Void> release() {
        JobRun mine = held;
        held = null;
        return mine == null ? Uni.createFrom().voidItem() : jobs.release(mine);
    }

    @Override
    public Uni<Integer> partitions(int found) {
        return pool.preparedQuery(PARTITIONS)
                .execute(Tuple.of(topic, found))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
