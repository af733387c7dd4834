package org.zoneregistry.asof;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;

/** How far a read model has come. To be implemented by projections; never blocks. */
public interface ProjectionPosition {

    /** The last position whose effects can be read. It never goes back for as long as the process lives. */
    long position();

    /**
     * Whether what is read of a prefix will be the same whenever it is asked for, so that answers may be kept for ever.
     */
    default boolean isLasting() {
        return true;
    }

    /** The names of the projections that are read; none where a replica of the database must not be asked. */
    default Set<String> projections() {
        return Set.of();
    }

    /**
     * Completes as soon as {@link #position()} is at least this, and at once if it is already. Fails with a
     * {@link java.util.concurrent.TimeoutException} or {@link io.smallrye.mutiny.TimeoutException} if it isn't after
     * that time.
     */
    Uni<Void> reached(long position, Duration atMost);
}
