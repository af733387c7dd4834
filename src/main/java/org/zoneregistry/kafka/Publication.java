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
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.StoredBytes;

/**
 * The steps of publishing. Its place is never remembered beyond a failure: who begins, or begins again, first ends whatever
 * was under way, and then asks the topic. So there is no second record of the place that the topic could disagree with.
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

    private @Nullable TopicWriter writer;
    private volatile long position;

    Publication(EventLog log, Lease lease, String source, PublisherSettings settings) {
        this.log = log;
        this.lease = lease;
        this.settings = settings;
        this.clients = new KafkaClients(settings);
        this.topic = new LogTopic(settings);
        this.records = new LogRecords(settings.topic(), source, log);
    }

    /**
     * What a step came to.
     *
     * @param held whether this node is the one that publishes
     * @param more whether there may be more to publish at once
     */
    record Outcome(boolean held, boolean more) {}

    /** The last position that is known to be in the topic. */
    long position() {
        return position;
    }

    /** Publishes the next batch, if this node is to publish; fails with {@link ContradictionException} for good. */
    Uni<Outcome> step() {
        return lease.take().emitOn(workers).chain(held -> {
            if (!held) {
                end();
                return Uni.createFrom().item(new Outcome(false, false));
            }
            return (writer == null ? begin() : Uni.createFrom().voidItem()).chain(() -> publishNext());
        });
    }

    /** Gives up what is held at Kafka, and the place among the nodes. It blocks for a moment. */
    Uni<Void> giveUp() {
        end();
        return lease.release();
    }

    private Uni<Void> begin() {
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
                .chain(partitions -> {
                    writer = TopicWriter.open(clients);
                    return goOnAfter(lastPublished(partitions));
                });
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastPublished(int partitions) {
        try (var consumer = clients.consumer()) {
            return new TopicEnd(consumer, settings.topic()).find(partitions);
        }
    }

    private Uni<Void> goOnAfter(Optional<ConsumerRecord<byte[], byte[]>> last) {
        if (last.isEmpty()) {
            position = 0;
            return Uni.createFrom().voidItem();
        }
        long published = LogRecords.position(last.get());
        return Uni.createFrom()
                .completionStage(() -> log.readBytes(published - 1, published, 1))
                .emitOn(workers)
                .invoke(stored -> {
                    if (stored.isEmpty()
                            || !Arrays.equals(
                                    stored.getFirst().toByteArray(), last.get().value())) {
                        throw new ContradictionException("The topic " + settings.topic() + " has an event at position "
                                + published + " that isn't this log's.");
                    }
                    position = published;
                })
                .replaceWithVoid();
    }

    private Uni<Outcome> publishNext() {
        return Uni.createFrom()
                .completionStage(() -> log.readBytes(position, Long.MAX_VALUE, settings.batchSize()))
                .chain(batch -> batch.isEmpty() ? Uni.createFrom().item(new Outcome(true, false)) : publish(batch));
    }

    private Uni<Outcome> publish(List<StoredBytes> batch) {
        return records.of(batch).emitOn(workers).map(written -> {
            write(written);
            return new Outcome(true, written.size() == settings.batchSize());
        });
    }

    private void write(List<ProducerRecord<byte[], byte[]>> batch) {
        long first = LogRecords.position(batch.getFirst());
        if (first != position + 1 || writer == null) {
            throw new IllegalStateException("The log goes on at " + first + ", not at " + (position + 1) + ".");
        }
        writer.write(batch);
        position = first + batch.size() - 1;
    }

    private void end() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
