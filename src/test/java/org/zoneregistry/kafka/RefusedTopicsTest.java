package org.zoneregistry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestKafka;

/** Nothing is written to a topic that can't hold the log. */
@NeedsServer
class RefusedTopicsTest {

    private final PublisherFixture fixture = new PublisherFixture(TestKafka.shared());
    private final Topic topic = fixture.topic;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_topic_of_another_log() {
        fixture.append(10);
        LogPublisher before = fixture.node();
        fixture.awaitAll();
        before.close();
        int published = topic.committed().size();
        try (var other = new PublisherFixture(TestKafka.shared())) {
            other.append(30);

            LogPublisher node = new LogPublisher(
                    other.log, PublisherFixture.ALWAYS_GRANTED, PublisherFixture.SOURCE, fixture.settings);
            node.start();

            fixture.awaitCondition(node, Condition.STOPPED);
            assertThat(node.state().error()).contains("position 15", "isn't this log's");
            assertThat(topic.committed()).hasSize(published);
        }
    }

    @Test
    void a_topic_that_has_lost_events() throws InterruptedException, ExecutionException {
        fixture.append(30);
        LogPublisher before = fixture.node();
        fixture.awaitAll();
        before.close();
        var first = topic.committed().getFirst();
        var partition = new TopicPartition(topic.name(), first.partition());
        try (var admin = topic.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(first.offset() + 1)))
                    .all()
                    .get();
        }

        refused("is gone");
    }

    @Test
    void a_topic_that_would_lose_events() throws InterruptedException, ExecutionException {
        try (var admin = topic.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }

        refused("retention.ms=604800000; it needs -1");
    }

    @Test
    void a_topic_whose_records_it_could_not_read() throws InterruptedException, ExecutionException {
        try (var admin = topic.admin()) {
            var made = new NewTopic(topic.name(), Topic.PARTITIONS, (short) 1)
                    .configs(Map.of("retention.ms", "-1", "compression.type", "zstd"));
            admin.createTopics(List.of(made)).all().get();
        }

        refused("compression.type=zstd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "lz4", "zstd"})
    void a_codec_that_is_not_packaged_is_refused(String codec) {
        assertThatThrownBy(() -> new PublisherSettings(
                        "topic",
                        1,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Map.of("compression.type", codec)))
                .hasMessageContaining(codec)
                .hasMessageContaining("gzip");
    }

    @Test
    void a_topic_that_was_given_more_partitions() throws InterruptedException, ExecutionException {
        LogPublisher before = fixture.node();
        fixture.awaitAll();
        before.close();
        try (var admin = topic.admin()) {
            admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(Topic.PARTITIONS + 1)))
                    .all()
                    .get();
        }

        refused("has 4 partitions, and had 3");
    }

    private void refused(String why) {
        LogPublisher node = fixture.node();
        fixture.awaitCondition(node, Condition.STOPPED);
        assertThat(node.state().error()).contains(why);
    }
}
