package org.zoneregistry.asof;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How long an answer may be kept (RFC 9111, RFC 8246). */
@Singleton
class Freshness {

    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final InstantSource clock;
    private final CivilTime civilTime;

    Freshness(InstantSource clock, CivilTime civilTime) {
        this.clock = clock;
        this.civilTime = civilTime;
    }

    /**
     * An answer of a settled prefix never changes; one whose valid time is "today" by default, though, is another one
     * tomorrow. Everything else has to be asked for again, which the entity tag makes cheap.
     */
    String cacheControl(PointInTime point) {
        var asked = point.asked();
        if (!asked.knownAtGiven() || !asked.settled()) {
            return "no-cache";
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
