package org.zoneregistry.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The point in time of an answer.
 *
 * @param validAt the day in the world; today if the request has none, or if the resource has no valid time
 * @param knownAt the prefix of the log; the latest one of the projection if the request has none
 * @param asked the request's parameters of time
 */
public record PointInTime(LocalDate validAt, Prefix knownAt, Asked asked) {

    /** For lists without a day and a prefix, which show the current state. */
    static final PointInTime NONE =
            new PointInTime(LocalDate.EPOCH, Prefix.EMPTY, new Asked(false, false, null, false, false, false));

    /**
     * The request's parameters of time.
     *
     * @param validAtGiven whether a parameter or a cursor gave it
     * @param knownAtGiven whether a parameter, a header or a cursor gave it
     * @param knownAtInstant the instant from the request, if it has one
     * @param settled whether the prefix for this request can no longer change, even if an event arrives late
     * @param isAtSecond whether the registry was in this state at a whole second that is over
     * @param hasValidTime whether the resource has a valid time
     */
    public record Asked(
            boolean validAtGiven,
            boolean knownAtGiven,
            @Nullable Instant knownAtInstant,
            boolean settled,
            boolean isAtSecond,
            boolean hasValidTime) {}

    /** When the registry reached this state. For the empty prefix, the instant from the request, if it has one. */
    Instant knownSince() {
        var instant = asked.knownAtInstant();
        return knownAt.position() == 0 && instant != null ? instant : knownAt.recordedAt();
    }

    /**
     * A whole second at which the registry was in this state, so that {@code Accept-Datetime} leads back to it. Empty
     * if the request is not for a past state of knowledge, if more events were recorded within the second, or if more
     * may yet be.
     */
    Optional<Instant> memento() {
        if (!asked.isAtSecond()) {
            return Optional.empty();
        }
        var instant = asked.knownAtInstant();
        return Optional.of(
                knownAt.position() == 0 && instant != null
                        ? instant.truncatedTo(ChronoUnit.SECONDS)
                        : knownAt.second());
    }
}
