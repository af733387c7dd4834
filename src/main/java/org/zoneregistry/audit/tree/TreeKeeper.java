package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.follow.Follower;
import org.zoneregistry.follow.Follower.Condition;
import org.zoneregistry.follow.Follower.Next;
import org.zoneregistry.follow.Waiters;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.KnownHistory;

/**
 * Keeps the tree at the head of the log, and signs it.
 *
 * <p>Guaranteed, for any number of nodes and restarts: the tree is the tree of the log, and of any two checkpoints, the
 * tree of the later one extends the tree of the earlier one. If the log was changed so that this is impossible, no node
 * signs or appends any more.
 *
 * <p>Not guaranteed: which node does the work. Failures are retried for ever, with growing pauses.
 */
public final class TreeKeeper implements AutoCloseable {

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);
    private static final long INSPECT_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final KnownHistory history;
    private final LastCheckpoint last;
    private final TreeSettings settings;
    private final GrowStep step;
    private final Follower follower;
    private final Waiters waiters = new Waiters();
    private volatile long size;
    private volatile boolean isHalted;
    private volatile long inspectAtNanos;

    /**
     * A keeper that isn't started yet.
     *
     * @param history the events that this node has seen, also if the database no longer has them
     * @param last the last checkpoint that this node has signed, also if the database no longer has it
     */
    public TreeKeeper(
            Pool pool,
            EventLog log,
            KnownHistory history,
            CheckpointSigner signer,
            LastCheckpoint last,
            TreeSettings settings) {
        this.history = history;
        this.last = last;
        this.settings = settings;
        this.step = new GrowStep(pool, history, signer, last, settings);
        this.follower = new Follower("The Merkle tree", log, settings.pollInterval(), STEP_TIMEOUT, this::grow);
    }

    /**
     * Starts, or starts again after {@link #close()}. Does nothing if it runs. If this node has signed a checkpoint
     * before, it appends nothing until the first step has compared the log with that checkpoint.
     */
    public void start() {
        if (follower.condition() == Condition.IDLE) {
            if (last.find().isPresent()) {
                history.hold();
            }
            inspectAtNanos = System.nanoTime();
        }
        follower.start();
    }

    /** Starts no further step. A running step completes or fails; the tree stays whole in both cases. */
    @Override
    public void close() {
        follower.close();
    }

    /** The state of the tree, as this node knows it. */
    public TreeState state() {
        Throwable error = follower.error();
        return new TreeState(
                size, follower.head(), isHalted, step.isOriginLost(), error == null ? null : error.toString());
    }

    /**
     * Waits until the tree has grown to a size.
     *
     * @return completes when it has, on the caller's Vert.x context if there is one; fails with a
     *     {@link TimeoutException} after the given time
     */
    public Uni<Void> reached(long awaited, Duration atMost) {
        return waiters.until(
                awaited,
                () -> size,
                follower::wake,
                atMost,
                () -> "The tree has " + size + " leaves, not yet " + awaited + ".");
    }

    private Uni<Next> grow() {
        if (System.nanoTime() - inspectAtNanos >= 0) {
            inspectAtNanos = System.nanoTime() + INSPECT_EVERY_NANOS;
            step.forget();
        }
        return step.take().map(this::grown);
    }

    private Next grown(GrowStep.Outcome outcome) {
        IssuedCheckpoint signed = outcome.signed();
        if (signed != null && last.wants(signed)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> last.keep(signed));
        }
        size = outcome.size();
        waiters.reached(outcome.size());
        history.release();
        isHalted = outcome.kind() == GrowStep.Kind.HALTED;
        return switch (outcome.kind()) {
            case MORE -> Next.NOW;
            // events that are appended during the pause are added in the same step
            case UNSIGNED -> Next.after(settings.pace());
            case DONE, HALTED -> Next.whenWoken(settings.pace());
            case LOCKED_ELSEWHERE ->
                outcome.size() < follower.head() ? Next.after(settings.pace()) : Next.whenWoken(settings.pace());
        };
    }
}
