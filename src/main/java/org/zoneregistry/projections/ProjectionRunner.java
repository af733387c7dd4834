package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower;
import org.zoneregistry.follow.Follower.Condition;
import org.zoneregistry.follow.Follower.Next;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.follow.Waiters;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.tracing.Traces;

/**
 * Applies the log to the tables of a projection.
 *
 * <p>Guaranteed: every event is applied once, in order, with the token in the same transaction, for any number of nodes
 * and restarts. Not guaranteed: which node applies; that {@link #position()} is up to date: it may lag behind the
 * tables, and never runs ahead of them.
 *
 * <p>A transient failure (the database is away, a deadlock, a time-out) is retried without limit, with growing pauses.
 * After any other failure it applies event by event, up to the one that fails; there it stops and reports it.
 */
public final class ProjectionRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectionRunner.class);

    /** How long a step may take before it counts as failed. Longer than the server leaves a transaction idle. */
    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);

    /** After so many events, at least, the planner needs new statistics. */
    private static final long MANY = 10_000;

    private final Pool pool;
    private final Projection projection;
    private final ProjectionSettings settings;
    private final TokenStep step;
    private final Positions positions;
    private final Waiters waiters = new Waiters();
    private final Pace pace = new Pace(System::nanoTime);
    private final Follower follower;
    private volatile @Nullable Long stoppedAt;
    private volatile int limit;
    private long notAnalyzed; // there is never more than one step at a time

    /** A runner that isn't started yet. */
    public ProjectionRunner(Pool pool, EventLog log, Projection projection, ProjectionSettings settings) {
        this(pool, log, projection, settings, new Positions(), Traces.NONE);
    }

    ProjectionRunner(
            Pool pool,
            EventLog log,
            Projection projection,
            ProjectionSettings settings,
            Positions positions,
            Traces traces) {
        this.pool = pool;
        this.positions = positions;
        this.projection = projection;
        this.settings = settings;
        this.step = new TokenStep(pool, log, projection, traces);
        this.limit = settings.batchSize();
        this.follower = new Follower(
                "The projection " + projection.name(), log, settings.pollInterval(), STEP_TIMEOUT, new Batches());
    }

    /** Reads how far the tables are. Until then, or the first step, {@link #position()} is 0. */
    Uni<Void> find() {
        long era = positions.era();
        return step.follow().invoke(outcome -> note(outcome, era)).replaceWithVoid();
    }

    private void note(TokenStep.Outcome outcome, long era) {
        positions.served(projection.name(), outcome.generation());
        if (positions.reached(projection.name(), outcome.position(), era)) {
            waiters.reached(outcome.position());
        }
    }

    /** Starts, or starts again after {@link #close()} or a stop; does nothing if it runs. */
    public void start() {
        follower.start();
    }

    /** Starts no further step. A running step ends or fails by itself; the tables stay consistent in both cases. */
    @Override
    public void close() {
        follower.close();
    }

    public String name() {
        return projection.name();
    }

    /** The last position that the tables reflect, as this node knows; see {@link Positions}. */
    public long position() {
        return positions.of(projection.name());
    }

    /** The last position of the log that it has heard of. */
    public long head() {
        return follower.head();
    }

    public ProjectionState state() {
        Condition condition = follower.condition();
        Throwable error = follower.error();
        return new ProjectionState(
                projection.name(),
                projection.version(),
                position(),
                condition,
                condition == Condition.STOPPED ? stoppedAt : null,
                error == null ? null : error.toString());
    }

    /** How many events per second this node has applied: the average of the last ten seconds. */
    public long eventsPerSecond() {
        synchronized (pace) {
            return pace.perSecond();
        }
    }

    /**
     * Waits until the tables reflect a position.
     *
     * @param awaited the position
     * @param atMost how long to wait
     * @return completes when they do, on the caller's Vert.x context if it has one; fails with a
     *     {@link TimeoutException} when the time is over
     */
    public Uni<Void> reached(long awaited, Duration atMost) {
        return waiters.until(
                awaited,
                this::position,
                follower::wake,
                atMost,
                () -> "The projection " + projection.name() + " has reached position " + position() + ", not yet "
                        + awaited + ".");
    }

    private final class Batches implements Follower.Steps {
        @Override
        public Uni<Next> take() {
            long era = positions.era();
            int most = limit;
            return step.take(most).map(outcome -> done(outcome, era, most));
        }

        private Next done(TokenStep.Outcome outcome, long era, int most) {
            note(outcome, era);
            synchronized (pace) {
                pace.add(outcome.applied());
            }
            limit = Math.min(settings.batchSize(), most * 2);
            analyze(outcome, most);
            if (outcome.elsewhere() && (outcome.position() < follower.head() || outcome.position() == 0)) {
                return Next.after(settings.followInterval());
            }
            return outcome.applied() == most ? Next.NOW : Next.whenWoken(Duration.ZERO);
        }

        /**
         * Collects statistics for the planner as soon as many events have come at once. The server would do it a minute
         * later. Until then it takes the tables for small, and its plans for expensive questions take minutes.
         */
        private void analyze(TokenStep.Outcome outcome, int most) {
            notAnalyzed += outcome.applied();
            if (outcome.applied() < most && notAnalyzed >= Math.max(MANY, outcome.position() / 5)) {
                notAnalyzed = 0;
                String tables =
                        projection.tables().stream().map(ProjectionTable::name).collect(Collectors.joining(", "));
                var _ = pool.query("analyze " + tables)
                        .execute()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf(failure, "The tables %s are not analyzed.", tables));
            }
        }

        @Override
        public Next failed(Throwable failure) {
            if (TransientFailures.isTransient(failure) || (limit == 1 && needsLaterVersion(failure))) {
                return Next.RETRY;
            }
            if (limit > 1) {
                LOG.warnf(failure, "The projection %s is retried event by event.", projection.name());
                limit = 1;
                return Next.NOW;
            }
            stoppedAt = failure instanceof TokenStep.BatchFailure batch ? batch.first : null;
            return Next.STOP;
        }
    }

    /** Whether this program doesn't know the event. A node with a later version may still apply it. */
    private static boolean needsLaterVersion(Throwable failure) {
        return failure instanceof TokenStep.BatchFailure && failure.getCause() instanceof UnknownEventException;
    }
}
