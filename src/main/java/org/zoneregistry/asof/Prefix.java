package org.zoneregistry.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.Instants;

/**
 * A prefix of the log: one state of the registry's knowledge.
 *
 * @param position the last position of the prefix; 0 for the empty one
 * @param recordedAt when that position was recorded; {@link Instant#EPOCH} for the empty prefix
 * @param followedAt when the next position was recorded; null if there is none, or if it isn't known
 */
public record Prefix(
        long position, Instant recordedAt, @Nullable Instant followedAt) {

    /** The prefix before the first event. */
    public static final Prefix EMPTY = new Prefix(0, Instant.EPOCH);

    /** A prefix whose next position isn't known. */
    public Prefix(long position, Instant recordedAt) {
        this(position, recordedAt, null);
    }

    /** The first whole second at which the log was this prefix. */
    Instant second() {
        return Instants.secondFrom(recordedAt);
    }

    /** Whether the next event is known, and was recorded after {@link #second}. */
    boolean isFollowedAfterSecond() {
        return followedAt != null && followedAt.isAfter(second());
    }
}
