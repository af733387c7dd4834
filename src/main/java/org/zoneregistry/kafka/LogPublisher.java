package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.zoneregistry.follow.Follower;
import org.zoneregistry.follow.Follower.Next;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.log.EventLog;

/**
 * Publishes the log to a topic.
 *
 * <p>Guaranteed, for any number of nodes, and when nodes are killed or brokers fail: a reader with
 * {@code isolation.level=read_committed} gets every position once, with the stored bytes. In each partition the order
 * is that of the log. A transaction holds consecutive positions; in the end it is readable as a whole or not at all.
 *
 * <p>Not guaranteed: an order between partitions; which node publishes, or how soon; anything for readers of
 * uncommitted records.
 *
 * <p>A transient failure is retried without limit, with growing pauses. If the topic contradicts the log, publishing
 * stops and reports it; the registry continues.
 */
public final class LogPublisher implements AutoCloseable {

    /** Longer than all waits for Kafka in one step together. */
    private static final Duration STEP_TIMEOUT = Duration.ofMinutes(2);

    /**
     * Events that are appended in this time share a transaction. For the brokers, a transaction of one event costs
     * about as much as one of hundreds.
     */
    private static final Duration REST = Duration.ofMillis(20);

    private final PublisherSettings settings;
    private final Publication publication;
    private final Follower follower;
    private volatile boolean isHeld;

    /**
     * A publisher that isn't started yet.
     *
     * @param source the {@code source} of the CloudEvents
     */
    public LogPublisher(Pool pool, EventLog log, String source, PublisherSettings settings) {
        this(log, new DatabaseLease(pool, settings.topic(), settings.lease()), source, settings);
    }

    LogPublisher(EventLog log, Lease lease, String source, PublisherSettings settings) {
        this.settings = settings;
        this.publication = new Publication(log, lease, source, settings);
        this.follower = new Follower(
                "Publishing to " + settings.topic(), log, settings.pollInterval(), STEP_TIMEOUT, new Batches());
    }

    /** Starts, or starts again after {@link #close()} or a stop; does nothing if it runs. */
    public void start() {
        follower.start();
    }

    /** Starts no further step. A running step ends or fails by itself; the topic stays consistent in both cases. */
    @Override
    public void close() {
        follower.close();
    }

    public PublisherState state() {
        Throwable error = follower.error();
        return new PublisherState(
                settings.topic(), condition(), publication.position(), error == null ? null : error.toString());
    }

    private Condition condition() {
        return switch (follower.condition()) {
            case IDLE -> Condition.IDLE;
            case RUNNING -> isHeld ? Condition.PUBLISHING : Condition.WAITING;
            case RETRYING -> Condition.RETRYING;
            case STOPPED -> Condition.STOPPED;
        };
    }

    private final class Batches implements Follower.Steps {
        @Override
        public Uni<Next> take() {
            return publication.step().map(outcome -> {
                isHeld = outcome.held();
                if (outcome.more()) {
                    return Next.NOW;
                }
                return Next.whenWoken(outcome.held() ? REST : settings.pollInterval());
            });
        }

        @Override
        public Next failed(Throwable failure) {
            return failure instanceof ContradictionException ? Next.STOP : Next.RETRY;
        }

        @Override
        public Uni<Void> leave() {
            isHeld = false;
            return publication.giveUp();
        }
    }
}
