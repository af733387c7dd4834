package org.zoneregistry.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.zoneregistry.streams.cube.CellForm;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.TradeCell;

/** The cube, as a reader of its topic sees it. */
record CubeTopic(String address, String name) {

    /** Whether the topic exists. */
    boolean isThere() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.listTopics()
                    .names()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .contains(name);
        }
    }

    /** The committed content. */
    Map<TradeCell, CellSum> read() {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", address, "isolation.level", "read_committed", "max.poll.records", 10_000);
        try (var consumer = new KafkaConsumer<>(
                properties, CellForm.cells().deserializer(), CellForm.sums().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TradeCell, CellSum> cube = new HashMap<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < Objects.requireNonNull(end.getValue()))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() == null) {
                        cube.remove(record.key());
                    } else {
                        cube.put(record.key(), record.value());
                    }
                });
            }
            return cube;
        }
    }
}
