package org.zoneregistry.follow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EventLog;

/**
 * Follows the log: takes one step after the other, woken by appends, and by the clock where a notification got lost.
 *
 * <p>A step that fails is tried again for ever, with pauses from 0.1 s to 10 s, unless {@link Steps#failed} says
 * otherwise.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Whether a follower goes on. */
    public enum Condition {
        /** It isn't started, or was told to stop. */
        IDLE,
        /** It applies what is appended, here or on another node. */
        RUNNING,
        /**
         * The database failed it, or an event takes a later version of the program; it tries again, and follows the
         * node that goes on.
         */
        RETRYING,
        /** An event could not be applied. It stays there until it is started again, with a version that can. */
        STOPPED
    }

    /** What a follower does; it never takes two steps at a time. */
    public interface Steps {
        /** Takes a step; says what follows. */
        Uni<Next> take();

        /** What follows a step that has failed. */
        default Next failed(Throwable failure) {
            return Next.RETRY;
        }

        /** Releases what the steps hold, before a retry, a stop or the end; it may fail. */
        default Uni<Void> leave() {
            return Uni.createFrom().voidItem();
        }
    }

    /** What follows a step. */
    public record Next(Kind kind, Duration pause) {
        private enum Kind {
            AFTER,
            WHEN_WOKEN,
            RETRY,
            STOP
        }

        /** The next step, at once. */
        public static final Next NOW = after(Duration.ZERO);

        /** The same step again, after a pause that grows from failure to failure. */
        public static final Next RETRY = new Next(Kind.RETRY, Duration.ZERO);

        /** No further step, until it is started again. */
        public static final Next STOP = new Next(Kind.STOP, Duration.ZERO);

        /** The next step, after a pause. */
        public static Next after(Duration pause) {
            return new Next(Kind.AFTER, pause);
        }

        /** The next step when it is woken, or if it was during this one; after a pause at the earliest. */
        public static Next whenWoken(Duration pause) {
            return new Next(Kind.WHEN_WOKEN, pause);
        }
    }

    private final String name;
    private final @Nullable EventLog log;
    private final Duration pollInterval;
    private final Duration stepTimeout;
    private final Steps steps;
    private final ScheduledExecutorService scheduler = Infrastructure.getDefaultWorkerPool();
    private Condition condition = Condition.IDLE;
    private @Nullable Throwable error;
    private boolean isWorking;
    private boolean isWoken;
    private long head;
    private Duration pause = FIRST_PAUSE;
    private long notBeforeNanos = System.nanoTime();
    private @Nullable AutoCloseable registration;
    private @Nullable ScheduledFuture<?> poll;
    private @Nullable ScheduledFuture<?> next;

    /**
     * A follower that isn't started yet.
     *
     * @param name begins a sentence of the server's log
     * @param log whose appends wake it; null where the clock alone does
     * @param pollInterval how often the clock wakes it
     * @param stepTimeout how long a step may take before it counts as failed
     */
    public Follower(String name, @Nullable EventLog log, Duration pollInterval, Duration stepTimeout, Steps steps) {
        this.name = name;
        this.log = log;
        this.pollInterval = pollInterval;
        this.stepTimeout = stepTimeout;
        this.steps = steps;
    }

    /** Starts, or starts again after {@link #close()} or a stop; does nothing if it runs. */
    public synchronized void start() {
        if (condition == Condition.RUNNING || condition == Condition.RETRYING) {
            return;
        }
        condition = Condition.RUNNING;
        error = null;
        registration = log == null ? null : log.onAppended(this::appended);
        long everyMillis = pollInterval.toMillis();
        poll = scheduler.scheduleWithFixedDelay(this::wake, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        wake();
    }

    /** Starts no further step. A step that is running is finished, or fails. */
    @Override
    public void close() {
        boolean isIdle;
        synchronized (this) {
            halt(Condition.IDLE);
            isIdle = !isWorking || (next != null && next.cancel(false));
            isWorking = true;
        }
        if (isIdle) {
            leave();
        }
    }

    /** Whether it goes on. */
    public synchronized Condition condition() {
        return condition;
    }

    /** Why it waits or has stopped. */
    public synchronized @Nullable Throwable error() {
        return error;
    }

    /** The last position of the log that it has heard of. */
    public synchronized long head() {
        return head;
    }

    private synchronized void appended(long position) {
        head = Math.max(head, position);
        wake();
    }

    /** Has it look. */
    public synchronized void wake() {
        isWoken = true;
        if (condition == Condition.RUNNING && !isWorking) {
            isWorking = true;
            workAfter(Duration.ofNanos(notBeforeNanos - System.nanoTime()));
        }
    }

    private void workAfter(Duration delay) {
        if (delay.isPositive()) {
            // Vert.x has no timers of less than a millisecond
            next = scheduler.schedule(this::work, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
        } else {
            next = null;
            scheduler.execute(this::work);
        }
    }

    private void work() {
        boolean isOver;
        synchronized (this) {
            isWoken = false;
            isOver = condition == Condition.IDLE;
        }
        if (isOver) {
            leave();
            return;
        }
        try {
            var _ = Uni.createFrom()
                    .deferred(steps::take)
                    .ifNoItem()
                    .after(stepTimeout)
                    .fail()
                    .subscribe()
                    .with(this::done, this::failed);
        } catch (RuntimeException | Error thrown) {
            // what is thrown while subscribing is no outcome of the step; the executor would swallow it
            failed(thrown);
        }
    }

    private void done(Next then) {
        synchronized (this) {
            if (condition != Condition.IDLE) {
                if (error != null) {
                    LOG.logf(level(error, Level.INFO), "%s goes on.", name);
                }
                error = null;
                pause = FIRST_PAUSE;
                goOn(then);
                return;
            }
        }
        leave();
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            if (condition != Condition.IDLE) {
                Next then = steps.failed(failure);
                if (then.kind() == Next.Kind.RETRY && error == null) {
                    LOG.logf(level(failure, Level.WARN), "%s waits, and tries again: %s", name, failure);
                } else if (then.kind() == Next.Kind.STOP) {
                    LOG.errorf(failure, "%s stops.", name);
                }
                error = failure;
                if (goOn(then)) {
                    return;
                }
            }
        }
        leave();
    }

    /** An outage is logged where connections are opened. */
    private static Level level(Throwable failure, Level other) {
        return TransientFailures.isOutage(failure) ? Level.DEBUG : other;
    }

    /** Whether it does, and holds what it holds. */
    private boolean goOn(Next then) {
        switch (then.kind()) {
            case AFTER -> {
                condition = Condition.RUNNING;
                workAfter(then.pause());
            }
            case WHEN_WOKEN -> {
                condition = Condition.RUNNING;
                notBeforeNanos = System.nanoTime() + then.pause().toNanos();
                isWorking = false;
                if (isWoken) {
                    wake();
                }
            }
            case RETRY -> condition = Condition.RETRYING;
            case STOP -> halt(Condition.STOPPED);
        }
        return condition == Condition.RUNNING;
    }

    /** Another node may take what is held; comes back after a pause if it is still running. */
    private void leave() {
        var _ = Uni.createFrom().deferred(steps::leave).subscribe().with(left -> comeBack(), stillHeld -> comeBack());
    }

    private synchronized void comeBack() {
        if (condition == Condition.RETRYING) {
            workAfter(pause);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        } else {
            isWorking = false;
            wake();
        }
    }

    private void halt(Condition then) {
        condition = then;
        if (poll != null) {
            poll.cancel(false);
            poll = null;
        }
        if (registration != null) {
            try {
                registration.close();
            } catch (Exception unexpected) {
                LOG.warn("A registration with the log could not be ended.", unexpected);
            }
            registration = null;
        }
    }
}
