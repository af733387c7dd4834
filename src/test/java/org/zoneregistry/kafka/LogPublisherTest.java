package org.zoneregistry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestKafka;

@NeedsServer
class LogPublisherTest {

    private final PublisherFixture fixture = new PublisherFixture(TestKafka.shared());
    private final Topic topic = fixture.topic;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void publishes_earlier_and_later_events() {
        fixture.append(40);
        LogPublisher node = fixture.node();
        fixture.awaitAll();
        fixture.append(3);

        fixture.awaitAll();

        topic.holds(fixture.log);
        assertThat(node.state()).isEqualTo(new PublisherState(topic.name(), Condition.PUBLISHING, 48, null));
    }

    @Test
    void continues_at_the_end_of_the_topic_after_a_restart() {
        fixture.append(20);
        LogPublisher before = fixture.node();
        fixture.awaitAll();
        before.close();
        fixture.append(20);

        fixture.node();
        fixture.awaitAll();

        topic.holds(fixture.log);
    }

    @Test
    void a_publisher_that_is_killed_in_the_middle_of_a_transaction_leaves_nothing_behind() {
        fixture.append(30);
        fixture.create();
        try (var killed = new KafkaClients(fixture.settings).producer()) {
            killed.initTransactions();
            killed.beginTransaction();
            send(killed, records(1, 20));
            killed.commitTransaction();
            killed.beginTransaction();
            send(killed, records(21, 24));

            fixture.node();
            fixture.awaitAll();

            assertThat(topic.written()).as("the aborted records are there").hasSize(35 + 4);
            topic.holds(fixture.log);
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
        }
        topic.holds(fixture.log);
    }

    @Test
    void a_publisher_that_is_killed_before_it_hears_of_its_commit_is_not_repeated() {
        fixture.append(30);
        fixture.create();
        try (var killed = TopicWriter.open(new KafkaClients(fixture.settings))) {
            killed.write(records(1, 20));
            killed.write(records(21, 24));
        }

        fixture.node();
        fixture.awaitAll();

        topic.holds(fixture.log);
    }

    @Test
    void one_of_several_nodes_publishes_and_another_continues_when_it_ends() {
        fixture.append(50);
        LogPublisher one = fixture.node();
        LogPublisher other = fixture.node();
        fixture.awaitAll();
        assertThat(List.of(one.state().condition(), other.state().condition())).containsOnlyOnce(Condition.PUBLISHING);
        (one.state().condition() == Condition.PUBLISHING ? one : other).close();
        fixture.append(50);

        fixture.awaitAll();

        topic.holds(fixture.log);
    }

    @Test
    void nodes_that_take_over_from_each_other_publish_nothing_twice() {
        LogPublisher one = fixture.ruthlessNode();
        LogPublisher other = fixture.ruthlessNode();
        for (int i = 0; i < 40; i++) {
            fixture.append(10);
            await().pollDelay(Duration.ZERO)
                    .until(() -> one.state().position() + other.state().position() > 0);
        }

        fixture.awaitAll();
        one.close();
        other.close();

        topic.holds(fixture.log);
    }

    @Test
    void transactions_that_were_aborted_do_not_hide_the_end() {
        fixture.append(5);
        fixture.create();
        try (var writer = new KafkaClients(fixture.settings).producer()) {
            writer.initTransactions();
            writer.beginTransaction();
            send(writer, records(1, 8));
            writer.commitTransaction();
            for (int i = 0; i < 60; i++) {
                writer.beginTransaction();
                send(writer, records(9, 10));
                writer.abortTransaction();
            }
        }

        fixture.node();
        fixture.awaitAll();

        topic.holds(fixture.log);
    }

    /** Waits until the records are at the broker, and does not commit them. */
    private static void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        for (ProducerRecord<byte[], byte[]> record : records) {
            var _ = producer.send(record);
        }
        producer.flush();
    }

    private List<ProducerRecord<byte[], byte[]>> records(int from, int to) {
        var bytes = fixture.log.events().subList(from - 1, to).stream()
                .map(StoredEvent::bytes)
                .toList();
        return new LogRecords(topic.name(), PublisherFixture.SOURCE, fixture.log)
                .of(bytes)
                .await()
                .atMost(PublisherFixture.PATIENCE);
    }
}
