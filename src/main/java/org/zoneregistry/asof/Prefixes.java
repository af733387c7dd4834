package org.zoneregistry.asof;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** The prefixes of the log, for reads. The owner of the log implements it, without blocking. */
public interface Prefixes {

    /**
     * The log at an instant, by the log's own clock.
     *
     * @param prefix up to the last position with {@code recordedAt <= instant}
     * @param isFinal whether this prefix can no longer change
     * @param isFuture whether the instant is in the future
     */
    record At(Prefix prefix, boolean isFinal, boolean isFuture) {}

    /** The prefix that ends at the head of the log; {@link Prefix#EMPTY} while there is no event. */
    Uni<Prefix> latest();

    /** The log at an instant. */
    Uni<At> at(Instant instant);

    /**
     * The prefix that ends at the position.
     *
     * @param position from 0 to the head's
     */
    Uni<Prefix> at(long position);

    /**
     * The log at whole seconds: the prefix for each second at which it was different from the second before. Seconds in
     * which more events can still be recorded are left out.
     *
     * @param after the position of the last known one; 0 for the first
     * @param limit the largest number of prefixes; the earliest are returned
     */
    Uni<List<Prefix>> seconds(long after, int limit);

    /** The reason why an existing position can't be read: the database has lost it. Empty if it can. */
    default Optional<String> lost(long position) {
        return Optional.empty();
    }

    /**
     * Refuses a position that the database may have lost. A position that never existed passes.
     *
     * @throws ProblemException {@code history-lost}
     */
    default void refuseLost(long position) {
        lost(position).ifPresent(lost -> {
            throw ProblemException.of(
                    ProblemType.HISTORY_LOST, lost + " The registry can't answer for positions after it.");
        });
    }

    /**
     * Grows when the database has lost events that may have been read. An answer that began in an earlier era must not
     * be sent.
     */
    default long era() {
        return 0;
    }

    /**
     * Grows with each era, and when a rebuild has replaced tables. An answer that was kept in memory before must not be
     * sent.
     */
    default long tables() {
        return 0;
    }
}
