package org.zoneregistry.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.process.CallerContext;

/**
 * A replica of the database, for reads at positions that it has reached.
 *
 * <p>Guaranteed: it is read only for a prefix that it has, so an answer is the same as the primary's. If it lags, the
 * request waits a little and then uses the primary, as it does if the replica can't be reached. Not guaranteed: an
 * answer to a query that the replica cancels because of a conflict with recovery; {@code hot_standby_feedback} avoids
 * those.
 */
@Singleton
public final class Replica {

    private static final Logger LOGGER = Logger.getLogger(Replica.class);

    /** The log itself, as if it were a projection. */
    public static final String LOG = "log";

    static final String POSITIONS = """
            select name, position from projection
            union all
            select 'log', coalesce((select position from event order by position desc limit 1), 0)
            """;

    /** How long it isn't asked after a failure. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** How long known positions are trusted: another replica, which lags more, could take its place. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Optional<Pool> pool;
    private final Duration patience;
    private final Positions positions;

    private final Counter reads;
    private final Counter lags;
    private volatile long seenAtNanos = System.nanoTime();
    private volatile long restsUntilNanos = System.nanoTime();
    private @Nullable Uni<Map<String, Long>> looking; // guarded by this
    private volatile boolean isOut;

    Replica(
            Pools pools,
            Proof proof,
            Pool primary, // made before the pool of the replica
            @ConfigProperty(name = "registry.replica.patience", defaultValue = "100ms") Duration patience,
            MeterRegistry meters) {
        primary.size();
        this.reads = Counter.builder("registry.replica.reads")
                .description("reads from the replica")
                .register(meters);
        this.lags = Counter.builder("registry.replica.left.out")
                .description("reads from the primary because the replica lagged, or didn't answer")
                .register(meters);
        this.pool = pools.replica();
        this.patience = patience;
        this.positions = proof.onReplica();
    }

    /**
     * Makes the current request read from the replica, if the replica has everything that these projections make of a
     * prefix.
     *
     * @param position the prefix
     * @param projections their names; none if only the primary has the data
     */
    public Uni<Void> readFor(long position, Set<String> projections) {
        if (pool.isEmpty() || projections.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (System.nanoTime() - restsUntilNanos < 0) {
            lags.increment();
            return Uni.createFrom().voidItem();
        }
        if (System.nanoTime() - seenAtNanos < KNOWN_FOR.toNanos()
                && covers(positions.known().byName(), position, projections)) {
            readNow();
            return Uni.createFrom().voidItem();
        }
        return CallerContext.returnTo(hasCome(position, projections))
                .invoke(hasCome -> {
                    if (hasCome) {
                        readNow();
                    } else {
                        lags.increment();
                    }
                })
                .replaceWithVoid();
    }

    private void readNow() {
        reads.increment();
        RoutedPool.readFromReplica();
    }

    private static boolean covers(Map<String, Long> positions, long position, Set<String> projections) {
        return projections.stream().allMatch(name -> positions.getOrDefault(name, -1L) >= position);
    }

    private Uni<Boolean> hasCome(long position, Set<String> projections) {
        return hasCome(position, projections, System.nanoTime() + patience.toNanos())
                .ifNoItem()
                .after(patience.multipliedBy(2))
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    leaveOut(failure);
                    return false;
                });
    }

    private Uni<Boolean> hasCome(long position, Set<String> projections, long deadlineNanos) {
        return look().chain(seen -> {
            boolean covers = covers(seen, position, projections);
            return covers || System.nanoTime() - deadlineNanos > 0
                    ? Uni.createFrom().item(covers)
                    : Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(PAUSE)
                            .chain(() -> hasCome(position, projections, deadlineNanos));
        });
    }

    /** One query at a time, shared by all who wait. */
    private synchronized Uni<Map<String, Long>> look() {
        Uni<Map<String, Long>> now = looking;
        if (now == null) {
            long era = positions.era();
            now = Uni.createFrom()
                    .completionStage(
                            () -> pool.orElseThrow().query(POSITIONS).execute().toCompletionStage())
                    .map(Proof::read)
                    .invoke(read -> seen(read, era))
                    .onTermination()
                    .invoke(this::looked)
                    .memoize()
                    .indefinitely();
            looking = now;
        }
        return now;
    }

    private void seen(Map<String, Long> now, long era) {
        now.forEach((name, position) -> positions.reached(name, position, era));
        seenAtNanos = System.nanoTime();
        if (isOut) {
            isOut = false;
            LOGGER.info("The replica answers again.");
        }
    }

    private synchronized void looked() {
        looking = null;
    }

    private void leaveOut(Throwable failure) {
        restsUntilNanos = System.nanoTime() + REST.toNanos();
        if (!isOut) {
            isOut = true;
            LOGGER.warnf("The replica is not used: %s", failure);
        }
    }
}
