/**
 * The trade cube, computed by Kafka Streams from the topic of the log, with the registry's own fold. It runs on as many
 * machines as the topic has partitions. It knows nothing of the server, and the server nothing of it.
 */
@NullMarked
package org.zoneregistry.streams.cube;

import org.jspecify.annotations.NullMarked;
