package org.zoneregistry.asof;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The prefixes of the log, as reads need them. To be implemented by whoever has the log; without blocking. */
public interface Prefixes {

    /**
     * What the log was at an instant, by the clock of whoever has it.
     *
     * @param prefix up to the last position with {@code recordedAt <= instant}
     * @param isFinal whether it will always be that one
     * @param isFuture whether the instant lies in the future
     */
    record At(Prefix prefix, boolean isFinal, boolean isFuture) {}

    /** The prefix that ends at the head of the log; {@link Prefix#EMPTY} while there is no event. */
    Uni<Prefix> latest();

    /** What the log was at an instant. */
    Uni<At> at(Instant instant);

    /**
     * The prefix that ends at the position.
     *
     * @param position from 0 to the head's
     */
    Uni<Prefix> at(long position);

    /**
     * The log as it was at whole seconds: for each second at which it was another than at the second before, the
     * prefix. Seconds at which more may be recorded yet are left out.
     *
     * @param after the position of the last one that is known already; 0 for the first
     * @param limit how many at most, the earliest first
     */
    Uni<List<Prefix>> seconds(long after, int limit);

    /** Why a position can't be read although it was there: the database has lost it. Empty where that is not so. */
    default Optional<String> lost(long position) {
        return Optional.empty();
    }

    /**
     * Grows when the database has lost what may have been read: an answer that was begun before it grew must not be
     * given.
     */
    default long era() {
        return 0;
    }
}
