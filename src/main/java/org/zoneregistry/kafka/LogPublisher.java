package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.zoneregistry.follow.Follower;
import org.zoneregistry.follow.Follower.Next;
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

    /** Longer than everything that a step waits for at Kafka. */
    private static final Duration STEP_TIMEOUT = Duration.ofMinutes(2);

    /**
     * What is appended in this time shares a transaction, which costs the brokers about as much for one as for
     * hundreds.
     */
    private static final Duration REST = Duration.ofMillis(20);

    private final PublisherSettings settings;
    private final Publication publication;
    private final Follower follower;
    private volatile boolean isHeld;

    /**
     * A publisher that isn't started yet.
     *
     * @param source what CloudEvents call the registry
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

    /** Starts no further step. A step that is running is finished, or fails; either way the topic stays whole. */
    @Override
    public void close() {
        follower.close();
    }

    /** How it is doing. */
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
