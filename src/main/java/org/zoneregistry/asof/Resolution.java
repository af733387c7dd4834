package org.zoneregistry.asof;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/** Resolves points in recorded time to prefixes that the projection has reached. */
@Singleton
class Resolution {

    /**
     * The result for a point in recorded time.
     *
     * @param settled whether the result can no longer change
     * @param isAtSecond whether a state of knowledge was requested that was the registry's at a whole second that is
     *     over
     */
    record Resolved(Prefix prefix, boolean settled, boolean isAtSecond) {}

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Instance<Prefixes> log;
    private final InstantSource clock;

    /** A cache: most reads ask for the latest position, and the prefix of a position never changes. */
    private volatile Prefix lastLatest = Prefix.EMPTY;

    /** The last position at the head for which {@link #isAtSecond} was true. */
    private volatile long lastAtSecond = -1;

    Resolution(Instance<Prefixes> log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What a read that begins now is computed from. */
    Basis basis() {
        return Basis.of(log.get());
    }

    /** The prefix of that point, or the projection's latest, after the projection has reached it. */
    Uni<Resolved> of(@Nullable KnownAt knownAt, ProjectionPosition projection) {
        if (knownAt == null) {
            log.get().refuseLost(projection.position());
            return latestOf(projection).map(prefix -> new Resolved(prefix, false, false));
        }
        return past(knownAt, projection)
                .call(resolved -> reached(resolved.prefix().position(), projection));
    }

    /** Waits for a position. It must not be past the head, because no client can know such a position yet. */
    Uni<Void> atLeast(long position, ProjectionPosition projection) {
        if (position <= projection.position()) {
            return Uni.createFrom().voidItem();
        }
        return log.get().latest().chain(head -> {
            log.get().refuseLost(position);
            if (position > head.position()) {
                throw ProblemException.invalid(Violation.header(
                        Reads.MIN_POSITION, "must not be past the head of the log, which is " + head.position()));
            }
            return reached(position, projection);
        });
    }

    /** The prefix that a cursor fixes. */
    Uni<Resolved> pinned(long position, ProjectionPosition projection) {
        return upToHead(
                        position,
                        projection,
                        head -> ProblemException.invalid(Violation.query("cursor", "belongs to another registry")))
                .call(prefix -> reached(position, projection))
                .chain(prefix -> resolved(prefix, true));
    }

    /** The prefix of a position. Reads the head only if the projection has not reached the position. */
    private Uni<Prefix> upToHead(
            long position, ProjectionPosition projection, LongFunction<ProblemException> pastHead) {
        if (position <= projection.position()) {
            log.get().refuseLost(position);
            return prefix(position, Prefix.EMPTY);
        }
        return log.get().latest().chain(head -> {
            log.get().refuseLost(position);
            if (position > head.position()) {
                throw pastHead.apply(head.position());
            }
            return prefix(position, head);
        });
    }

    private Uni<Prefix> latestOf(ProjectionPosition projection) {
        var position = projection.position();
        var last = lastLatest;
        return prefix(position, last).invoke(prefix -> lastLatest = prefix);
    }

    private Uni<Resolved> past(KnownAt knownAt, ProjectionPosition projection) {
        return switch (knownAt) {
            case KnownAt.Position(long position) ->
                upToHead(
                                position,
                                projection,
                                head -> future(
                                        "knownAt is position " + position + ", the log ends at position " + head))
                        .chain(prefix -> resolved(prefix, true));
            case KnownAt.At(Instant instant, boolean isLatestInFuture) ->
                log.get().at(instant).chain(at -> {
                    if (isLatestInFuture && (at.isFuture() || at.prefix().position() > projection.end())) {
                        return of(null, projection).chain(latest -> resolved(latest.prefix(), false));
                    }
                    if (at.isFuture()) {
                        throw future("knownAt is " + instant + ", which is in the future by the clock of the log");
                    }
                    // a lost event may have been recorded before the instant
                    log.get().refuseLost(at.prefix().position() + 1);
                    return followed(at.prefix(), at.isFinal(), instant);
                });
        };
    }

    private Uni<Resolved> followed(Prefix prefix, boolean isFinal, Instant instant) {
        return prefix.position() == 0 || !prefix.second().isAfter(instant)
                ? Uni.createFrom().item(new Resolved(prefix, isFinal, isFinal))
                : log.get().at(prefix.position()).chain(known -> resolved(known, isFinal));
    }

    private Uni<Resolved> resolved(Prefix prefix, boolean isSettled) {
        return isAtSecond(prefix).map(isAtSecond -> new Resolved(prefix, isSettled, isAtSecond));
    }

    /** Whether the last second of a prefix is over by the clock of the log, and no more events were recorded in it. */
    Uni<Boolean> isAtSecond(Prefix prefix) {
        if (prefix.position() == 0 || prefix.followedAt() != null) {
            return Uni.createFrom().item(prefix.position() != 0 && prefix.isFollowedAfterSecond());
        }
        long position = prefix.position();
        if (position == lastAtSecond || clock.instant().isBefore(prefix.second())) {
            return Uni.createFrom().item(position == lastAtSecond);
        }
        return log.get()
                .at(prefix.second())
                .map(at -> at.isFinal() && at.prefix().position() == position)
                .invoke(isAtSecond -> lastAtSecond = isAtSecond ? position : lastAtSecond);
    }

    private Uni<Prefix> prefix(long position, Prefix known) {
        if (position == known.position()) {
            return Uni.createFrom().item(known);
        }
        return position == 0 ? Uni.createFrom().item(Prefix.EMPTY) : log.get().at(position);
    }

    private static Uni<Void> reached(long position, ProjectionPosition projection) {
        if (position <= projection.position()) {
            return Uni.createFrom().voidItem();
        }
        return projection
                .reached(position, LONGEST_WAIT)
                .onFailure(Resolution::isTimeout)
                .transform(late -> Problem.of(
                                ProblemType.PROJECTION_BEHIND,
                                "Position " + position + " is requested, but the projection is at "
                                        + projection.position() + ". Try again in 1 s.")
                        .withHeader("Retry-After", "1")
                        .exception());
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException;
    }

    private static ProblemException future(String detail) {
        return ProblemException.of(ProblemType.KNOWN_AT_IN_THE_FUTURE, detail + ". Leave knownAt out for the latest.");
    }
}
