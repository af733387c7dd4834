package org.zoneregistry.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.Instants;

/**
 * A prefix of the log: one state of what the registry knew.
 *
 * @param position the last position of the prefix; 0 for the empty one
 * @param recordedAt when that position was recorded; {@link Instant#EPOCH} for the empty prefix
 * @param followedAt when the position after it was recorded; null where there is none, or where it isn't known
 */
public record Prefix(
        long position, Instant recordedAt, @Nullable Instant followedAt) {

    /** The prefix before the first event. */
    public static final Prefix EMPTY = new Prefix(0, Instant.EPOCH);

    /** One of which isn't known what follows it. */
    public Prefix(long position, Instant recordedAt) {
        this(position, recordedAt, null);
    }

    /** The first whole second at which the log was known to be this prefix. */
    Instant second() {
        return Instants.secondFrom(recordedAt);
    }

    /**
     * Whether at {@link #second} it was another prefix already, as where several events were recorded within a second.
     */
    boolean isPassedBySecond() {
        return followedAt != null && !followedAt.isAfter(second());
    }
}
