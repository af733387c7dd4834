/**
 * The trade cube, computed from the topic of the log by Kafka Streams on as many machines as the topic has partitions,
 * with the registry's own fold. It knows nothing of the server, nor the server of it.
 */
@NullMarked
package org.zoneregistry.streams.cube;

import org.jspecify.annotations.NullMarked;
