package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topic if there is none. Refuses a topic that would not keep all records. */
final class LogTopic {

    /** No record may be dropped: readers start at the beginning, and the publisher finds its position at the end. */
    private static final Map<String, String> KEEPS_EVERYTHING = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private final PublisherSettings settings;

    LogTopic(PublisherSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes sure that the topic exists with the right settings.
     *
     * @return the number of its partitions; fails with {@link ContradictionException} if the topic drops old records,
     *     or has a compression that the registry can't read
     */
    Uni<Integer> ready(Admin admin) {
        return there(admin)
                .onFailure(UnknownTopicOrPartitionException.class)
                .recoverWithUni(() -> made(admin))
                .onFailure(TopicExistsException.class)
                .recoverWithUni(() -> there(admin));
    }

    private Uni<Integer> there(Admin admin) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
        return of(admin.describeTopics(List.of(settings.topic())).allTopicNames())
                .chain(topics -> of(admin.describeConfigs(List.of(resource)).all())
                        .invoke(configs -> configs.values().forEach(this::check))
                        .map(kept ->
                                topics.values().iterator().next().partitions().size()));
    }

    private Uni<Integer> made(Admin admin) {
        Optional<Short> replicas =
                settings.replicas() < 0 ? Optional.empty() : Optional.of((short) settings.replicas());
        var configured = new HashMap<>(KEEPS_EVERYTHING);
        configured.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.LARGEST_RECORD));
        configured.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer"); // whatever the default of the brokers is
        var topic = new NewTopic(settings.topic(), Optional.of(settings.partitions()), replicas).configs(configured);
        return of(admin.createTopics(List.of(topic)).numPartitions(settings.topic()));
    }

    private void check(Config config) {
        KEEPS_EVERYTHING.forEach((name, needed) -> {
            var entry = config.get(name);
            if (entry != null && !needed.equals(entry.value())) {
                throw new ContradictionException("The topic " + settings.topic() + " has " + name + "=" + entry.value()
                        + "; it needs " + needed + " to keep the whole log.");
            }
        });
        var compression = config.get(TopicConfig.COMPRESSION_TYPE_CONFIG);
        if (compression != null && !PublisherSettings.isPackaged(compression.value())) {
            throw new ContradictionException("The topic " + settings.topic() + " has compression.type="
                    + compression.value() + ", which the registry couldn't read; it needs producer, or gzip.");
        }
    }

    private static <T> Uni<T> of(KafkaFuture<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
