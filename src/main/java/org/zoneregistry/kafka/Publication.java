package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredBytes;

/**
 * The steps of publishing. Its position is not remembered after a failure: a step that begins again first ends all
 * earlier transactions, and then reads the position from the topic. So no second record of the position can contradict
 * the topic.
 *
 * <p>One step at a time.
 */
final class Publication {

    private final EventLog log;
    private final PublisherSettings settings;
    private final Lease lease;
    private final KafkaClients clients;
    private final LogTopic topic;
    private final LogRecords records;
    // Kafka's clients block
    private final Executor workers = Infrastructure.getDefaultExecutor();

    private @Nullable Session session; // guarded by this
    private int turn; // guarded by this
    private volatile long known;

    /**
     * Lasts from opening a writer to the first failure. It has a position of its own, so that a late step can't change
     * the position of a later session.
     */
    private static final class Session {

        private final TopicWriter writer;
        private long position;

        private Session(TopicWriter writer, long position) {
            this.writer = writer;
            this.position = position;
        }
    }

    Publication(EventLog log, Lease lease, String source, PublisherSettings settings) {
        this.log = log;
        this.lease = lease;
        this.settings = settings;
        this.clients = new KafkaClients(settings);
        this.topic = new LogTopic(settings);
        this.records = new LogRecords(settings.topic(), source, log);
    }

    /**
     * The result of a step.
     *
     * @param held whether this node is the one that publishes
     * @param more whether there may be more to publish at once
     */
    record Outcome(boolean held, boolean more) {}

    /** The last position that is known to be in the topic. */
    long position() {
        return known;
    }

    /**
     * Publishes the next batch, if this node holds the lease. Fails with {@link ContradictionException} if a retry
     * can't help.
     */
    Uni<Outcome> step() {
        return lease.take(known).emitOn(workers).chain(held -> {
            if (!held) {
                end();
                return Uni.createFrom().item(new Outcome(false, false));
            }
            Session open = open();
            return (open == null ? begin() : Uni.createFrom().item(open)).chain(this::publishNext);
        });
    }

    /** Closes Kafka's clients and gives up the lease. Blocks for a short time. */
    Uni<Void> giveUp() {
        end();
        return lease.release();
    }

    private Uni<Session> begin() {
        int mine = turn();
        var admin = clients.admin();
        return topic.ready(admin)
                .emitOn(workers)
                .onTermination()
                .invoke(() -> admin.close(Duration.ZERO))
                .chain(found -> lease.partitions(found).invoke(first -> {
                    if (!first.equals(found)) {
                        throw new ContradictionException("The topic " + settings.topic() + " has " + found
                                + " partitions, and had " + first
                                + " when it was first published to; zones would change theirs.");
                    }
                }))
                .emitOn(workers)
                .chain(partitions -> begin(TopicWriter.open(clients), partitions, mine));
    }

    private Uni<Session> begin(TopicWriter writer, int partitions, int mine) {
        return Uni.createFrom()
                .item(() -> lastPublished(partitions))
                .chain(last -> last.isEmpty() ? Uni.createFrom().item(0L) : positionOf(last.get()))
                .map(position -> adopted(new Session(writer, position), mine))
                .onFailure()
                .invoke(writer::close);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastPublished(int partitions) {
        try (var consumer = clients.consumer()) {
            return new TopicEnd(consumer, settings.topic()).find(partitions);
        }
    }

    private Uni<Long> positionOf(ConsumerRecord<byte[], byte[]> last) {
        long position = LogRecords.position(last);
        return Uni.createFrom()
                .completionStage(() -> log.readBytes(position - 1, position, 1))
                .emitOn(workers)
                .map(stored -> {
                    if (stored.isEmpty() || !Arrays.equals(stored.getFirst().toByteArray(), last.value())) {
                        throw new ContradictionException("The topic " + settings.topic() + " has an event at position "
                                + position + " that isn't this log's.");
                    }
                    return position;
                });
    }

    private Uni<Outcome> publishNext(Session open) {
        return Uni.createFrom()
                .completionStage(() -> log.readBytes(open.position, Long.MAX_VALUE, settings.batchSize()))
                .chain(batch ->
                        batch.isEmpty() ? Uni.createFrom().item(new Outcome(true, false)) : publish(batch, open));
    }

    private Uni<Outcome> publish(List<StoredBytes> batch, Session open) {
        return records.of(batch).emitOn(workers).map(written -> {
            write(written, open);
            return new Outcome(true, written.size() == settings.batchSize());
        });
    }

    private void write(List<ProducerRecord<byte[], byte[]>> batch, Session open) {
        long first = LogRecords.position(batch.getFirst());
        if (first != open.position + 1) {
            throw new IllegalStateException("The log continues at " + first + ", not at " + (open.position + 1) + ".");
        }
        open.writer.write(batch);
        open.position += batch.size();
        known = open.position;
    }

    private synchronized @Nullable Session open() {
        return session;
    }

    private synchronized int turn() {
        return turn;
    }

    private synchronized Session adopted(Session begun, int mine) {
        if (turn != mine) {
            throw new IllegalStateException("This session was given up in the meantime.");
        }
        session = begun;
        known = begun.position;
        return begun;
    }

    private void end() {
        Session ended;
        synchronized (this) {
            ended = session;
            session = null;
            turn++;
        }
        if (ended != null) {
            ended.writer.close();
        }
    }
}
