package org.zoneregistry.asof;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How long an answer may be cached (RFC 9111, RFC 8246). */
@Singleton
class Freshness {

    /** A cache asks again each time, which the entity tag makes cheap. */
    static final String REVALIDATED = "no-cache";

    static final long YEAR = Duration.ofDays(365).toSeconds();

    private final InstantSource clock;
    private final CivilTime civilTime;

    Freshness(InstantSource clock, CivilTime civilTime) {
        this.clock = clock;
        this.civilTime = civilTime;
    }

    /**
     * The answer for a settled prefix never changes, unless its valid time is "today" by default: then it can change
     * tomorrow. All other answers have to be revalidated.
     */
    String cacheControl(PointInTime point) {
        var asked = point.asked();
        if (!asked.knownAtGiven() || !asked.settled()) {
            return REVALIDATED;
        }
        var isDated = asked.validAtGiven() || !asked.hasValidTime();
        return "public, max-age=" + (isDated ? YEAR : secondsLeft(point)) + ", immutable";
    }

    private long secondsLeft(PointInTime point) {
        return Math.max(
                0,
                Duration.between(clock.instant(), civilTime.end(point.validAt()))
                        .toSeconds());
    }
}
