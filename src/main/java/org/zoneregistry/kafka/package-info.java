/**
 * The log as a topic of Apache Kafka, for readers on other machines: each position once, keyed by zone. Off by default;
 * then none of its code runs.
 */
@NullMarked
package org.zoneregistry.kafka;

import org.jspecify.annotations.NullMarked;
