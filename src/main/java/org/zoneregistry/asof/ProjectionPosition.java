package org.zoneregistry.asof;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;

/** The position of a read model. Projections implement it; it never blocks. */
public interface ProjectionPosition {

    /** The last position whose effects can be read. It never decreases within an era of the log. */
    long position();

    /** Whether {@link #position()} changes as the log grows. Otherwise it is the position of one moment. */
    default boolean follows() {
        return true;
    }

    /** The last position that it will ever reach. */
    default long end() {
        return Long.MAX_VALUE;
    }

    /** Whether repeated reads of a prefix always give the same result, so that answers may be cached for ever. */
    default boolean isLasting() {
        return true;
    }

    /** The projections whose tables are read. None if the read must not use a replica of the database. */
    default Set<String> projections() {
        return Set.of();
    }

    /**
     * Completes as soon as {@link #position()} is at least this, at once if it already is. Fails with a
     * {@link java.util.concurrent.TimeoutException} or {@link io.smallrye.mutiny.TimeoutException} after the given
     * time.
     */
    Uni<Void> reached(long position, Duration atMost);
}
