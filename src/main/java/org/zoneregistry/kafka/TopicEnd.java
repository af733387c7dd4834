package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds how far the log is published, from the topic alone. Transactions hold consecutive positions and follow each
 * other. So the largest position at the committed end of any partition is the last published one, and all positions
 * before it are published.
 *
 * <p>Blocks, for about as long as a few fetches take.
 */
final class TopicEnd {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * How many offsets before the end are read first: transaction markers at the end of a partition are not records.
     */
    private static final long FIRST_LOOK = 16;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;

    /**
     * A search for the end.
     *
     * @param consumer reads committed records, and is used for this search only
     */
    TopicEnd(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * The last committed record; empty if there is none.
     *
     * @throws ContradictionException if the topic has dropped records, or has a record that is no event
     */
    Optional<ConsumerRecord<byte[], byte[]>> find(int partitions) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.beginningOffsets(all).forEach((partition, beginning) -> {
            if (beginning > 0) {
                throw new ContradictionException("The part of " + partition + " before offset " + beginning
                        + " is gone, so the last published position can't be found.");
            }
        });
        return lastOf(new HashMap<>(consumer.endOffsets(all))).stream()
                .max(Comparator.comparingLong(LogRecords::position));
    }

    /**
     * The last record of each partition with records. Searches further and further back while it finds only markers.
     */
    private Collection<ConsumerRecord<byte[], byte[]>> lastOf(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        for (long back = FIRST_LOOK; ; back *= 8) {
            Map<TopicPartition, Long> open = new HashMap<>(ends);
            open.keySet().removeAll(last.keySet());
            open.values().removeIf(end -> end == 0);
            if (open.isEmpty()) {
                return last.values();
            }
            read(open, back, last);
            long looked = back;
            ends.values().removeIf(end -> end <= looked);
        }
    }

    private void read(
            Map<TopicPartition, Long> ends, long back, Map<TopicPartition, ConsumerRecord<byte[], byte[]>> last) {
        consumer.assign(ends.keySet());
        ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - back)));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                last.put(new TopicPartition(record.topic(), record.partition()), record);
            }
            if (System.nanoTime() - until > 0) {
                throw new TimeoutException("The end of " + topic + " could not be read in " + PATIENCE + ".");
            }
        }
    }
}
