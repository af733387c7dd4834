/**
 * The log as a topic of Apache Kafka, for engines on other machines: each position once, keyed by zone. Off by default;
 * nothing of it runs then.
 */
@NullMarked
package org.zoneregistry.kafka;

import org.jspecify.annotations.NullMarked;
