package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How the log is published.
 *
 * @param topic its name
 * @param partitions how many it gets where it has to be made
 * @param replicas how many copies it gets then; -1 for what the brokers do by default
 * @param batchSize how many events go into one transaction at most
 * @param pollInterval how long an append can stay unnoticed where the log's notification got lost, and how often nodes
 *     that don't publish look whether they should
 * @param lease after what silence another node takes over
 * @param clients properties of Kafka's clients, by their names there; {@code bootstrap.servers} at least
 */
public record PublisherSettings(
        String topic,
        int partitions,
        int replicas,
        int batchSize,
        Duration pollInterval,
        Duration lease,
        Map<String, Object> clients) {

    /** Kafka's codecs that are native libraries; the package has none of them. */
    private static final Set<Object> NATIVE_CODECS = Set.of("snappy", "lz4", "zstd");

    public PublisherSettings {
        if (partitions < 1 || batchSize < 1) {
            throw new IllegalArgumentException("A topic has a partition and a transaction an event at least.");
        }
        clients = Map.copyOf(clients);
        Object compression = clients.getOrDefault(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        if (!isPackaged(compression)) {
            throw new IllegalArgumentException("kafka.compression.type is " + compression
                    + ", which the registry has no codec for; it can be none or gzip.");
        }
    }

    /** Whether records can be compressed, or were compressed, as a setting of Kafka's says. */
    static boolean isPackaged(Object compression) {
        return !NATIVE_CODECS.contains(compression);
    }
}
