package org.zoneregistry.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which registry an answer is computed from.
 *
 * @param validAt the day in the world; today where none was asked for, or where the resource has no valid time
 * @param knownAt the prefix of the log; the latest that the projection has where none was asked for
 * @param asked what the request said
 */
public record PointInTime(LocalDate validAt, Prefix knownAt, Asked asked) {

    /** That of lists that are as they are now: they are of no day and of no prefix. */
    static final PointInTime NONE =
            new PointInTime(LocalDate.EPOCH, Prefix.EMPTY, new Asked(false, false, null, false, false));

    /**
     * What a request said about time.
     *
     * @param validAtGiven whether it said so itself, by parameter or cursor
     * @param knownAtGiven whether it said so itself, by parameter, header or cursor
     * @param knownAtInstant the instant that it gave, if it gave an instant
     * @param settled whether the prefix can't change any more for what was asked, however late an event comes in
     * @param hasValidTime whether the resource has a valid time at all
     */
    public record Asked(
            boolean validAtGiven,
            boolean knownAtGiven,
            @Nullable Instant knownAtInstant,
            boolean settled,
            boolean hasValidTime) {}

    /** Whether the request asked for a past in either time. */
    public boolean isPast() {
        return asked.validAtGiven() || asked.knownAtGiven();
    }

    /** When the registry came to this state; for the empty prefix the instant that was asked for, if one was. */
    Instant knownSince() {
        var instant = asked.knownAtInstant();
        return knownAt.position() == 0 && instant != null ? instant : knownAt.recordedAt();
    }

    /**
     * A whole second at which the registry was in this state, so that {@code Accept-Datetime} leads back to it. Empty
     * where no past was asked for, and where there is none, since more was recorded within the second.
     */
    Optional<Instant> memento() {
        if (!isPast() || knownAt.isPassedBySecond()) {
            return Optional.empty();
        }
        var instant = asked.knownAtInstant();
        return Optional.of(
                knownAt.position() == 0 && instant != null
                        ? instant.truncatedTo(ChronoUnit.SECONDS)
                        : knownAt.second());
    }
}
