package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** A lease in the log's database, by its clock. A node that dies or hangs loses it when it runs out. */
final class DatabaseLease implements Lease {

    private static final String TAKE = """
            insert into kafka_topic (topic, owner, held_until)
            values ($1, $2, clock_timestamp() + make_interval(secs => $3))
            on conflict (topic) do update set owner = excluded.owner, held_until = excluded.held_until
            where kafka_topic.owner = excluded.owner or kafka_topic.held_until < clock_timestamp()
            """;

    private static final String RELEASE =
            "update kafka_topic set held_until = clock_timestamp() where topic = $1 and owner = $2";

    private static final String PARTITIONS =
            "update kafka_topic set partitions = coalesce(partitions, $2) where topic = $1 returning partitions";

    private final Pool pool;
    private final String topic;
    private final Duration length;
    private final UUID owner = UUID.randomUUID();

    // between a renewal and the next the database needn't be asked
    private volatile long heldUntilNanos = System.nanoTime();

    DatabaseLease(Pool pool, String topic, Duration length) {
        this.pool = pool;
        this.topic = topic;
        this.length = length;
    }

    @Override
    public Uni<Boolean> take() {
        long now = System.nanoTime();
        if (heldUntilNanos - now > length.toNanos() * 2 / 3) {
            return Uni.createFrom().item(true);
        }
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(topic, owner, length.toMillis() / 1000.0))
                .map(taken -> {
                    boolean held = taken.rowCount() == 1;
                    heldUntilNanos = held ? now + length.toNanos() : now;
                    return held;
                });
    }

    @Override
    public Uni<Void> release() {
        heldUntilNanos = System.nanoTime();
        return pool.preparedQuery(RELEASE).execute(Tuple.of(topic, owner)).replaceWithVoid();
    }

    @Override
    public Uni<Integer> partitions(int found) {
        return pool.preparedQuery(PARTITIONS)
                .execute(Tuple.of(topic, found))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
