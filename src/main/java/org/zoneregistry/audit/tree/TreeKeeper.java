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
 * <p>Guaranteed, however many nodes run this and however often they are restarted: the tree is that of the log; of any
 * two checkpoints that were ever signed the later is of a tree that the earlier one's has grown to. Where the log has
 * been changed so that this can't be kept up, nothing is signed and nothing appended any more, on any node.
 *
 * <p>Not guaranteed: which node does the work. A failure is retried for ever, with growing pauses.
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
        this.history = history;
        this.last = last;
        this.settings = settings;
        this.step = new GrowStep(pool, history, signer, last, settings);
        this.follower = new Follower("The Merkle tree", log, settings.pollInterval(), STEP_TIMEOUT, this::grow);
    }

    /**
     * Starts, or starts again after {@link #close()}; does nothing if it runs. Where this node has signed something
     * before, nothing is appended here until the first step has compared the log with that.
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

    /** Starts no further step. A step that is running is finished, or fails; either way the tree stays whole. */
    @Override
    public void close() {
        follower.close();
    }

    /** How the tree is doing. */
    public TreeState state() {
        Throwable error = follower.error();
        return new TreeState(
                size, follower.head(), isHalted, step.isOriginLost(), error == null ? null : error.toString());
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
            // what was appended meanwhile shares the next step with what is appended in the pause
            case UNSIGNED -> Next.after(settings.pace());
            case DONE, HALTED -> Next.whenWoken(settings.pace());
            case ELSEWHERE ->
                outcome.size() < follower.head() ? Next.after(settings.pace()) : Next.whenWoken(settings.pace());
        };
    }
}
