package org.zoneregistry.architecture.broken.feed;

import org.apache.kafka.clients.producer.Producer;

/** A broken example: sends by itself what is for the publisher to send. */
public record KafkaFeed(Producer<byte[], byte[]> producer) {}
