package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes to the topic, all or nothing at a time. From the moment that one is open, no earlier one for the same topic
 * can write any more, on whichever node, and what it had begun is ended: committed or aborted, as far as the brokers
 * had come with it.
 *
 * <p>It blocks. After a failure it is of no use any more, and what became of the last batch is for the topic to say.
 */
final class TopicWriter implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;

    private TopicWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Opens one, ending all earlier ones. */
    static TopicWriter open(KafkaClients clients) {
        var writer = new TopicWriter(clients.producer());
        try {
            writer.producer.initTransactions();
            return writer;
        } catch (RuntimeException failed) {
            writer.close();
            throw failed;
        }
    }

    /** Writes records in one transaction. When it returns, they are committed. */
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record : records) {
            // the commit fails if this does
            var _ = producer.send(record);
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(FAREWELL);
    }
}
