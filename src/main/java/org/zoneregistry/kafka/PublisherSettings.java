package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings of publishing.
 *
 * @param topic the name of the topic
 * @param partitions how many partitions a new topic gets
 * @param replicas how many copies a new topic gets; -1 for the default of the brokers
 * @param batchSize how many events a transaction has at most
 * @param pollInterval how late an append is noticed if the log's notification is lost, and how often other nodes ask
 *     for the lease
 * @param lease after how much silence another node takes over
 * @param clients properties of Kafka's clients, by their Kafka names; {@code bootstrap.servers} at least
 */
public record PublisherSettings(
        String topic,
        int partitions,
        int replicas,
        int batchSize,
        Duration pollInterval,
        Duration lease,
        Map<String, Object> clients) {

    /** Kafka's codecs that need native libraries. The package has none of them. */
    private static final Set<Object> NATIVE_CODECS = Set.of("snappy", "lz4", "zstd");

    public PublisherSettings {
        if (partitions < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "A topic needs at least one partition, and a transaction at least one event.");
        }
        clients = Map.copyOf(clients);
        Object compression = clients.getOrDefault(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        if (!isPackaged(compression)) {
            throw new IllegalArgumentException("kafka.compression.type is " + compression
                    + ", which the registry has no codec for; it can be none or gzip.");
        }
    }

    /** Whether records with this value of Kafka's setting can be written and read. */
    static boolean isPackaged(Object compression) {
        return !NATIVE_CODECS.contains(compression);
    }
}
