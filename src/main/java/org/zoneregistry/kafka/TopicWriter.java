package org.zoneregistry.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes to the topic in transactions. When it is open, no earlier writer for the same topic can write any more, on any
 * node. The last transaction of the earlier one has then ended: committed or aborted, depending on how far the brokers
 * were.
 *
 * <p>Blocks. After a failure it can't be used again, and only the topic shows whether the last batch was written.
 */
final class TopicWriter implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;

    private TopicWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Opens a writer and ends all earlier ones. */
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

    /** Writes records in one transaction. They are committed when it returns. */
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record : records) {
            // a failed send makes the commit fail
            var _ = producer.send(record);
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(FAREWELL);
    }
}
