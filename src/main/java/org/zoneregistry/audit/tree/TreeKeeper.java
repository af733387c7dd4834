package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.follow.Steps;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.follow.Waiters;
import org.zoneregistry.follow.WakeUps;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.KnownHistory;

/**
 * Keeps the tree at the head of the log, and signs it.
 *
 * <p>Guaranteed, however many nodes run this and however often they are restarted: the tree is that of the log; of any
 * two checkpoints that were ever signed the later is of a tree that the earlier one's has grown to. Where the log has
 * been changed so that this can't be kept up, nothing is signed and nothing appended any more, on any node.
 *
 * <p>Not guaranteed: which node does the work. A failure is retried for ever, with growing pauses.
 */
public final class TreeKeeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TreeKeeper.class);

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);
    private static final long INSPECT_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final EventLog log;
    private final KnownHistory history;
    private final LastCheckpoint last;
    private final TreeSettings settings;
    private final GrowStep step;
    private final Waiters waiters = new Waiters();
    private final ScheduledExecutorService scheduler = Infrastructure.getDefaultWorkerPool();

    private volatile long size;
    private boolean running;
    private boolean working;
    private boolean wokenMeanwhile;
    private boolean halted;
    private @Nullable Throwable error;
    private Duration pause;
    private long head;
    private long inspectAtNanos;
    private long notBeforeNanos = System.nanoTime();
    private @Nullable WakeUps wakeUps;
    private @Nullable ScheduledFuture<?> next;

    /**
     * A keeper that isn't started yet.
     *
     * @param history what this node has seen of the log, whatever the database has
     * @param last what this node knows to have been signed, whatever the database knows
     */
    public TreeKeeper(
            Pool pool,
            EventLog log,
            KnownHistory history,
            CheckpointSigner signer,
            LastCheckpoint last,
            TreeSettings settings) {
        this.log = log;
        this.history = history;
        this.last = last;
        this.settings = settings;
        this.step = new GrowStep(pool, history, signer, last, settings);
        this.pause = settings.pace();
    }

    /**
     * Starts, or starts again after {@link #close()}; does nothing if it runs. Where this node has signed something
     * before, nothing is appended here until the first step has compared the log with that.
     */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        if (last.find().isPresent()) {
            history.hold();
        }
        inspectAtNanos = System.nanoTime();
        wakeUps = new WakeUps(log, scheduler, settings.pollInterval(), this::appended, this::wake);
        wake();
    }

    /** Starts no further step. A step that is running is finished, or fails; either way the tree stays whole. */
    @Override
    public synchronized void close() {
        running = false;
        if (next != null && next.cancel(false)) {
            working = false;
        }
        if (wakeUps != null) {
            wakeUps.close();
            wakeUps = null;
        }
        next = null;
    }

    /** How the tree is doing. */
    public synchronized TreeState state() {
        return new TreeState(size, head, halted, step.isOriginLost(), error == null ? null : error.toString());
    }

    /**
     * Waits until the tree has grown to a size.
     *
     * @return completes when it has, on the caller's Vert.x context if it has one; fails with a
     *     {@link TimeoutException} when the time is over
     */
    public Uni<Void> reached(long awaited, Duration atMost) {
        return waiters.until(
                awaited,
                () -> size,
                this::wake,
                atMost,
                () -> "The tree has " + size + " leaves, not yet " + awaited + ".");
    }

    private synchronized void appended(long position) {
        head = Math.max(head, position);
        wake();
    }

    private synchronized void wake() {
        wokenMeanwhile = true;
        if (running && !working) {
            working = true;
            long early = notBeforeNanos - System.nanoTime();
            workAfter(Duration.ofNanos(Math.max(0, early)));
        }
    }

    private void work() {
        synchronized (this) {
            if (!running) {
                working = false;
                return;
            }
            wokenMeanwhile = false;
            if (System.nanoTime() - inspectAtNanos >= 0) {
                inspectAtNanos = System.nanoTime() + INSPECT_EVERY_NANOS;
                step.forget();
            }
        }
        Steps.take(step::take, STEP_TIMEOUT, this::done, this::failed);
    }

    private void done(GrowStep.Outcome outcome) {
        IssuedCheckpoint signed = outcome.signed();
        if (signed != null && last.wants(signed)) {
            scheduler.execute(() -> last.keep(signed));
        }
        size = outcome.size();
        waiters.reached(outcome.size());
        history.release();
        synchronized (this) {
            if (error != null) {
                LOG.debugf("The Merkle tree goes on at size %d.", outcome.size());
                error = null;
            }
            pause = settings.pace();
            notBeforeNanos = System.nanoTime() + pause.toNanos();
            halted = outcome.kind() == GrowStep.Kind.HALTED;
            switch (outcome.kind()) {
                case MORE -> scheduler.execute(this::work);
                // what was appended meanwhile shares the next step with what is appended in the pause
                case UNSIGNED -> workAfter(settings.pace());
                case DONE -> restOr(wokenMeanwhile);
                case ELSEWHERE -> restOr(outcome.size() < head);
                case HALTED -> restOr(false);
            }
        }
    }

    private void restOr(boolean goOn) {
        if (goOn) {
            workAfter(settings.pace());
        } else {
            working = false;
        }
    }

    private synchronized void failed(Throwable failure) {
        if (error == null && !TransientFailures.isOutage(failure)) {
            LOG.warn("The Merkle tree waits and tries again.", failure);
        }
        error = failure;
        pause = Steps.longer(pause);
        workAfter(pause);
    }

    private void workAfter(Duration delay) {
        // Vert.x has no timers of less than a millisecond
        next = scheduler.schedule(this::work, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
    }
}
