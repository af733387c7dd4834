package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Steps;
import org.zoneregistry.follow.WakeUps;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.log.EventLog;

/**
 * Keeps a topic at the head of the log.
 *
 * <p>Guaranteed, however many nodes run this, however often they are killed, and whenever brokers come and go: who
 * reads the topic with {@code isolation.level=read_committed} gets every position once, with the bytes that are stored;
 * in each partition in the order of the log; and of a transaction, which holds consecutive positions, in the end
 * everything or nothing.
 *
 * <p>Not guaranteed: an order between partitions; which node publishes, or how soon; anything to who reads what isn't
 * committed.
 *
 * <p>A failure that passes is retried for ever, with growing pauses. Where the topic contradicts the log, publishing
 * stops and says so; the registry goes on without it.
 */
public final class LogPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogPublisher.class);

    /** Longer than everything that a step waits for at Kafka. */
    private static final Duration STEP_TIMEOUT = Duration.ofMinutes(2);

    /**
     * What is appended in this time shares a transaction, which costs the brokers about as much for one as for
     * hundreds.
     */
    private static final Duration REST = Duration.ofMillis(20);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final EventLog log;
    private final PublisherSettings settings;
    private final Publication publication;
    private final ScheduledExecutorService scheduler = Infrastructure.getDefaultWorkerPool();

    private Condition condition = Condition.IDLE;
    private @Nullable Throwable error;
    private boolean working;
    private boolean wokenMeanwhile;
    private Duration pause = FIRST_PAUSE;
    private @Nullable WakeUps wakeUps;
    private @Nullable ScheduledFuture<?> next;

    /**
     * A publisher that isn't started yet.
     *
     * @param source what CloudEvents call the registry
     */
    public LogPublisher(Pool pool, EventLog log, String source, PublisherSettings settings) {
        this(log, new DatabaseLease(pool, settings.topic(), settings.lease()), source, settings);
    }

    LogPublisher(EventLog log, Lease lease, String source, PublisherSettings settings) {
        this.log = log;
        this.settings = settings;
        this.publication = new Publication(log, lease, source, settings);
    }

    /** Starts, or starts again after {@link #close()} or a stop; does nothing if it runs. */
    public synchronized void start() {
        if (condition != Condition.IDLE && condition != Condition.STOPPED) {
            return;
        }
        condition = Condition.WAITING;
        error = null;
        wakeUps = new WakeUps(log, scheduler, settings.pollInterval(), head -> wake(), this::wake);
        wake();
    }

    /** Starts no further step. A step that is running is finished, or fails; either way the topic stays whole. */
    @Override
    public void close() {
        boolean idle;
        synchronized (this) {
            halt();
            condition = Condition.IDLE;
            idle = !working || (next != null && next.cancel(false));
            working = true;
        }
        if (idle) {
            leave();
        }
    }

    /** How it is doing. */
    public synchronized PublisherState state() {
        return new PublisherState(
                settings.topic(), condition, publication.position(), error == null ? null : error.toString());
    }

    private synchronized void wake() {
        if (working) {
            wokenMeanwhile = true;
        } else if (condition != Condition.IDLE && condition != Condition.STOPPED) {
            working = true;
            scheduler.execute(this::work);
        }
    }

    private void work() {
        boolean ended;
        synchronized (this) {
            wokenMeanwhile = false;
            ended = condition == Condition.IDLE;
        }
        if (ended) {
            leave();
            return;
        }
        Steps.take(publication::step, STEP_TIMEOUT, this::done, this::failed);
    }

    private void done(Publication.Outcome outcome) {
        synchronized (this) {
            pause = FIRST_PAUSE;
            if (condition != Condition.IDLE) {
                if (error != null) {
                    LOG.infof("The log is published to %s again.", settings.topic());
                }
                error = null;
                condition = outcome.held() ? Condition.PUBLISHING : Condition.WAITING;
                if (outcome.more()) {
                    scheduler.execute(this::work);
                } else if (outcome.held() && wokenMeanwhile) {
                    workAfter(REST);
                } else {
                    working = false;
                }
                return;
            }
        }
        leave();
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            if (condition != Condition.IDLE) {
                if (failure instanceof ContradictionException) {
                    LOG.errorf("The log is no longer published to %s: %s", settings.topic(), failure.getMessage());
                    halt();
                    condition = Condition.STOPPED;
                } else {
                    if (error == null) {
                        LOG.warnf("The log can't be published to %s for now: %s", settings.topic(), failure);
                    }
                    condition = Condition.RETRYING;
                }
                error = failure;
            }
        }
        leave();
    }

    /** Leaves its place to another node, and comes back after a pause if it is still running. */
    private void leave() {
        Uni.createFrom().deferred(publication::giveUp).subscribe().with(left -> comeBack(), stillHeld -> comeBack());
    }

    private synchronized void comeBack() {
        if (condition == Condition.RETRYING) {
            workAfter(pause);
            pause = Steps.longer(pause);
        } else {
            working = false;
            wake();
        }
    }

    private void workAfter(Duration delay) {
        next = scheduler.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void halt() {
        if (wakeUps != null) {
            wakeUps.close();
            wakeUps = null;
        }
    }
}
