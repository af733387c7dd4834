package org.zoneregistry.architecture.broken.feed;

import org.apache.kafka.clients.producer.Producer;

/** A broken example: it sends to Kafka itself, which only the publisher may do. */
public record KafkaFeed(Producer<byte[], byte[]> producer) {}
