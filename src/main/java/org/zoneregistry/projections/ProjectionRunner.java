package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.follow.Steps;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.follow.Waiters;
import org.zoneregistry.follow.WakeUps;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.projections.ProjectionState.Condition;

/**
 * Keeps a projection at the head of the log.
 *
 * <p>Guaranteed: every event is applied once, in order, with the token in the same transaction, however many nodes run
 * this for the same projection, and however often they are restarted. Not guaranteed: which node applies, and that
 * {@link #position()} is that of this moment; it may lag behind the tables, and never runs ahead of them.
 *
 * <p>A failure that passes (the database is away, a deadlock, a time-out) is retried for ever, with growing pauses. Any
 * other makes it go on event by event, up to the one that can't be applied; there it stops and says so.
 */
public final class ProjectionRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectionRunner.class);

    /** How long a step may take before it counts as failed; longer than the server leaves a transaction idle. */
    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final EventLog log;
    private final Projection projection;
    private final ProjectionSettings settings;
    private final TokenStep step;
    private final Positions positions;
    private final Waiters waiters = new Waiters();
    private final Pace pace = new Pace(System::nanoTime);
    private final ScheduledExecutorService scheduler = Infrastructure.getDefaultWorkerPool();

    private Condition condition = Condition.IDLE;
    private @Nullable Throwable error;
    private @Nullable Long stoppedAt;
    private boolean working;
    private boolean wokenMeanwhile;
    private long head;
    private int limit;
    private Duration pause = FIRST_PAUSE;
    private @Nullable WakeUps wakeUps;
    private @Nullable ScheduledFuture<?> next;

    /** A runner that isn't started yet. */
    public ProjectionRunner(Pool pool, EventLog log, Projection projection, ProjectionSettings settings) {
        this(pool, log, projection, settings, new Positions());
    }

    ProjectionRunner(Pool pool, EventLog log, Projection projection, ProjectionSettings settings, Positions positions) {
        this.positions = positions;
        this.log = log;
        this.projection = projection;
        this.settings = settings;
        this.step = new TokenStep(pool, log, projection);
        this.limit = settings.batchSize();
    }

    /** Starts, or starts again after {@link #close()} or a stop; does nothing if it runs. */
    public synchronized void start() {
        if (condition == Condition.RUNNING || condition == Condition.RETRYING) {
            return;
        }
        condition = Condition.RUNNING;
        error = null;
        stoppedAt = null;
        wakeUps = new WakeUps(log, scheduler, settings.pollInterval(), this::appended, this::wake);
        wake();
    }

    /** Starts no further step. A step that is running is finished, or fails; either way the tables stay whole. */
    @Override
    public synchronized void close() {
        halt();
        condition = Condition.IDLE;
    }

    /** The projection's name. */
    public String name() {
        return projection.name();
    }

    /** The last position that the tables reflect, as known on this node; see {@link Positions}. */
    public long position() {
        return positions.of(projection.name());
    }

    /** How it is doing. */
    public synchronized ProjectionState state() {
        return new ProjectionState(
                projection.name(),
                projection.version(),
                position(),
                condition,
                stoppedAt,
                error == null ? null : error.toString());
    }

    /** How many events it has applied, here, on average of the last ten seconds. */
    public synchronized long eventsPerSecond() {
        return pace.perSecond();
    }

    /**
     * Waits until the tables reflect a position.
     *
     * @param awaited the position
     * @param atMost how long
     * @return completes when they do, on the caller's Vert.x context if it has one; fails with a
     *     {@link TimeoutException} when the time is over
     */
    public Uni<Void> reached(long awaited, Duration atMost) {
        return waiters.until(
                awaited,
                this::position,
                this::wake,
                atMost,
                () -> "The projection " + projection.name() + " has reached position " + position() + ", not yet "
                        + awaited + ".");
    }

    private synchronized void appended(long position) {
        head = Math.max(head, position);
        wake();
    }

    private synchronized void wake() {
        if (working) {
            wokenMeanwhile = true;
        } else if (condition == Condition.RUNNING) {
            working = true;
            scheduler.execute(this::work);
        }
    }

    private void work() {
        int most;
        synchronized (this) {
            wokenMeanwhile = false;
            if (condition == Condition.IDLE) {
                working = false;
                return;
            }
            most = limit;
        }
        long era = positions.era();
        Steps.take(() -> step.take(most), STEP_TIMEOUT, outcome -> done(outcome, era), this::failed);
    }

    private void done(TokenStep.Outcome outcome, long era) {
        if (positions.reached(projection.name(), outcome.position(), era)) {
            waiters.reached(outcome.position());
        }
        synchronized (this) {
            if (condition == Condition.RETRYING) {
                condition = Condition.RUNNING;
                LOG.debugf("The projection %s goes on after position %d.", projection.name(), outcome.position());
            }
            error = null;
            pause = FIRST_PAUSE;
            pace.add(outcome.applied());
            boolean full = outcome.applied() == limit;
            limit = Math.min(settings.batchSize(), limit * 2);
            if (condition == Condition.IDLE) {
                working = false;
            } else if (outcome.elsewhere() && (outcome.position() < head || outcome.position() == 0)) {
                workAfter(settings.followInterval());
            } else if (!outcome.elsewhere() && (full || wokenMeanwhile)) {
                scheduler.execute(this::work);
            } else {
                working = false;
            }
        }
    }

    private synchronized void failed(Throwable failure) {
        error = failure;
        if (condition == Condition.IDLE) {
            working = false;
        } else if (TransientFailures.isTransient(failure) || (limit == 1 && takesALaterVersion(failure))) {
            LOG.logf(
                    TransientFailures.isOutage(failure) ? Level.DEBUG : Level.WARN,
                    "The projection %s waits %s after: %s",
                    projection.name(),
                    pause,
                    failure);
            condition = Condition.RETRYING;
            workAfter(pause);
            pause = Steps.longer(pause);
        } else if (limit > 1) {
            LOG.warnf(failure, "The projection %s goes on event by event.", projection.name());
            limit = 1;
            scheduler.execute(this::work);
        } else {
            stoppedAt = failure instanceof TokenStep.BatchFailure batch ? batch.first : null;
            LOG.errorf(failure, "The projection %s stops at position %s.", projection.name(), stoppedAt);
            halt();
            working = false;
            condition = Condition.STOPPED;
        }
    }

    /** Whether the event is one that this program doesn't know; a node that does may yet apply it. */
    private static boolean takesALaterVersion(Throwable failure) {
        return failure instanceof TokenStep.BatchFailure && failure.getCause() instanceof UnknownEventException;
    }

    private void workAfter(Duration delay) {
        next = scheduler.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void halt() {
        if (next != null && next.cancel(false)) {
            working = false;
        }
        next = null;
        if (wakeUps != null) {
            wakeUps.close();
            wakeUps = null;
        }
    }
}
