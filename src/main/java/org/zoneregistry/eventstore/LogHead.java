package org.zoneregistry.eventstore;

import java.time.Instant;

/**
 * A point in recorded time: the prefix of the log that ends with the event at {@code position}.
 *
 * @param position the last position of the prefix, or 0 for the empty prefix
 * @param recordedAt when that event was recorded; {@link Instant#EPOCH} for the empty prefix
 */
public record LogHead(long position, Instant recordedAt) {

    /** The prefix before the first event. */
    public static final LogHead EMPTY = new LogHead(0, Instant.EPOCH);
}
