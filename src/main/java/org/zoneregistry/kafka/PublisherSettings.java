package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * How the log is published.
 *
 * @param topic its name
 * @param partitions how many it gets where it has to be made
 * @param replicas how many copies it gets then; -1 for what the brokers do by default
 * @param batchSize how many events go into one transaction at most
 * @param pollInterval how long an append can stay unnoticed where the log's notification got lost, and how often nodes that
 *     don't publish look whether they should
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

    public PublisherSettings {
        if (partitions < 1 || batchSize < 1) {
            throw new IllegalArgumentException("A topic has a partition and a transaction an event at least.");
        }
        clients = Map.copyOf(clients);
    }
}
