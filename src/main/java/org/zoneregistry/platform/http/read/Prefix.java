package org.zoneregistry.platform.http.read;

import java.time.Instant;

/**
 * A prefix of the log: one state of what the registry knew.
 *
 * @param position the last position of the prefix; 0 for the empty one
 * @param recordedAt when that position was recorded; {@link Instant#EPOCH} for the empty prefix
 */
public record Prefix(long position, Instant recordedAt) {

    /** The prefix before the first event. */
    public static final Prefix EMPTY = new Prefix(0, Instant.EPOCH);
}
