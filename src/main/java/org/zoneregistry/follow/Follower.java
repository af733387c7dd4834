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
 * Follows the log: takes one step after the other. It is woken by appends, and regularly by a timer in case a
 * notification is lost.
 *
 * <p>A failed step is retried without limit, with pauses from 0.1 s to 10 s, unless {@link Steps#failed} says
 * otherwise.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** The state of a follower. */
    public enum Condition {
        /** It isn't started, or was closed. */
        IDLE,
        /** It applies events that are appended, here or on another node. */
        RUNNING,
        /** The database failed, or an event needs a later version of the program. It retries. */
        RETRYING,
        /** An event could not be applied. It stays stopped until it is started again, with a version that can. */
        STOPPED
    }

    /** The steps of a follower. There is never more than one at a time. */
    public interface Steps {
        /** Takes a step, and decides what follows it. */
        Uni<Next> take();

        /** Decides what follows a failed step. */
        default Next failed(Throwable failure) {
            return Next.RETRY;
        }

        /** Releases the resources of the steps: before a retry, at a stop and at the end. It may fail. */
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

        /** The same step again, after a pause that grows with each failure. */
        public static final Next RETRY = new Next(Kind.RETRY, Duration.ZERO);

        /** No further step before another start. */
        public static final Next STOP = new Next(Kind.STOP, Duration.ZERO);

        /** The next step, after a pause. */
        public static Next after(Duration pause) {
            return new Next(Kind.AFTER, pause);
        }

        /**
         * The next step when it is woken, or at once if it was woken during this one; but not before the pause is over.
         */
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
     * @param log appends to it wake the follower; null for the timer alone
     * @param pollInterval how often the timer wakes it
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

    /** Starts no further step. A running step ends or fails by itself. */
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

    public synchronized Condition condition() {
        return condition;
    }

    /** The failure behind a retry or a stop. */
    public synchronized @Nullable Throwable error() {
        return error;
    }

    /** The last position of the log that it was notified of. */
    public synchronized long head() {
        return head;
    }

    private synchronized void appended(long position) {
        head = Math.max(head, position);
        wake();
    }

    /** Makes it take a step soon, if it runs. */
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
            // the executor would ignore an exception that is thrown while subscribing
            failed(thrown);
        }
    }

    private void done(Next then) {
        synchronized (this) {
            if (condition != Condition.IDLE) {
                if (error != null) {
                    LOG.logf(level(error, Level.INFO), "%s works again.", name);
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
                    LOG.logf(level(failure, Level.WARN), "%s failed and will retry: %s", name, failure);
                } else if (then.kind() == Next.Kind.STOP) {
                    LOG.errorf(failure, "%s failed and has stopped.", name);
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

    /** Does what follows a step. Returns whether it runs and keeps its resources. */
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

    /** Releases the resources for other nodes. Then it retries, or goes on if it was started again. */
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
