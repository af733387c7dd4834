package org.zoneregistry.zone.read.diff;

import java.time.Instant;
import java.time.LocalDate;
import org.zoneregistry.asof.PointInTime;

/**
 * Two points in time.
 *
 * @param answer what the answer says that it was computed from
 */
record Points(Point from, Point to, PointInTime answer) {

    /**
     * A point in both times.
     *
     * @param validAt the day in the world
     * @param position the length of the log's prefix
     * @param knownAt when the last event of that was recorded
     */
    public record Point(LocalDate validAt, long position, Instant knownAt) {}

    /** The longer of the two prefixes, which has all that was ever stated in either. */
    long longest() {
        return Math.max(from.position(), to.position());
    }
}
