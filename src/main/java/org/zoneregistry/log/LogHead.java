package org.zoneregistry.log;

import java.time.Instant;
import java.util.UUID;

/**
 * A point in recorded time: the prefix of the log that ends with the event at {@code position}.
 *
 * @param position the last position of the prefix, or 0 for the empty prefix
 * @param recordedAt when that event was recorded; {@link Instant#EPOCH} for the empty prefix
 * @param id of that event; {@code 00000000-0000-0000-0000-000000000000} for the empty prefix
 */
public record LogHead(long position, Instant recordedAt, UUID id) {

    /** The prefix before the first event. */
    public static final LogHead EMPTY = new LogHead(0, Instant.EPOCH, new UUID(0, 0));
}
