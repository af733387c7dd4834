package org.zoneregistry.zone.read.diff;

import java.time.Instant;
import java.time.LocalDate;
import org.zoneregistry.asof.PointInTime;

/**
 * Two points in time.
 *
 * @param answer the point that the answer names in its headers
 */
record Points(Point from, Point to, PointInTime answer) {

    /**
     * A point in both times.
     *
     * @param validAt the day in the world
     * @param position the length of the log's prefix
     * @param knownAt when the last event of the prefix was recorded
     */
    public record Point(LocalDate validAt, long position, Instant knownAt) {}

    /** The longer prefix. It has all statements of both prefixes. */
    long longest() {
        return Math.max(from.position(), to.position());
    }
}
