package org.zoneregistry.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes Kafka's clients. Settings that the guarantees of publishing depend on are fixed. Addresses, security and
 * waiting times can be configured.
 */
final class KafkaClients {

    /** Larger than any event: a body is at most 1 MiB. */
    static final int LARGEST_RECORD = 4 << 20;

    /**
     * Each call has a time limit, so that the publisher can begin again. Longer pauses between attempts to connect keep
     * Kafka's log short.
     */
    private static final Map<String, Object> LIMITS = Map.of(
            CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000,
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);

    private final PublisherSettings settings;

    KafkaClients(PublisherSettings settings) {
        this.settings = settings;
    }

    Admin admin() {
        return Admin.create(with(Map.of()));
    }

    /** Opens a producer. Kafka ends the transactions of every earlier one for the same topic. */
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                with(Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "zone-registry:" + settings.topic(),
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_RECORD)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Opens a reader of committed records. It stores no offsets. */
    Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                with(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Map<String, Object> with(Map<String, Object> musts) {
        Map<String, Object> all = new HashMap<>(LIMITS);
        all.putAll(settings.clients());
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.putAll(musts);
        return all;
    }
}
