package org.zoneregistry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.SimulatedLog;

/** A topic as a reader sees it. */
record Topic(String address, String name) {

    static final int PARTITIONS = 3;

    /** All committed records, each partition in its order. */
    List<ConsumerRecord<byte[], byte[]>> committed() {
        return read("read_committed");
    }

    /** All records, committed or aborted. */
    List<ConsumerRecord<byte[], byte[]>> written() {
        return read("read_uncommitted");
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address));
    }

    /** Asserts that the topic holds the log: each position once, each zone in one partition, in order, as stored. */
    void holds(SimulatedLog log) {
        List<StoredEvent> events = log.events();
        // a commit is acknowledged before its markers are in all partitions
        await().atMost(PublisherFixture.PATIENCE).until(() -> committed().size() >= events.size());
        var committed = committed();
        assertThat(committed.stream().map(LogRecords::position).sorted())
                .containsExactlyElementsOf(
                        events.stream().map(StoredEvent::position).toList());
        committed.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::partition))
                .forEach((partition, records) -> assertThat(records.stream().map(LogRecords::position))
                        .isSortedAccordingTo(Comparator.naturalOrder()));
        committed.stream()
                .filter(record -> record.key() != null)
                .collect(Collectors.groupingBy(record -> new String(record.key(), UTF_8)))
                .forEach((zone, records) -> assertThat(records.stream().map(ConsumerRecord::partition))
                        .as(zone)
                        .containsOnly(records.getFirst().partition()));
        for (ConsumerRecord<byte[], byte[]> record : committed) {
            assertThat(record.value())
                    .isEqualTo(events.get((int) LogRecords.position(record) - 1)
                            .bytes()
                            .toByteArray());
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String isolation) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("bootstrap.servers", address, "isolation.level", isolation));
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(name, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < Objects.requireNonNull(end.getValue()))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
