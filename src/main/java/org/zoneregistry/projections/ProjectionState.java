package org.zoneregistry.projections;

import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing, as known on this node.
 *
 * @param version of the fold that this node has
 * @param position the last position that its tables reflect
 * @param condition whether it goes on
 * @param stoppedAt the position of the event that it could not apply, if it has stopped at one
 * @param error what is wrong, if something is
 */
public record ProjectionState(
        String name,
        int version,
        long position,
        Condition condition,
        @Nullable Long stoppedAt,
        @Nullable String error) {

    /** Whether a projection goes on. */
    public enum Condition {
        /** It isn't started, or was told to stop. */
        IDLE,
        /** It applies what is appended, here or on another node. */
        RUNNING,
        /**
         * The database failed it, or an event takes a later version of the program; it tries again, and follows the
         * node that goes on.
         */
        RETRYING,
        /** An event could not be applied. It stays there until it is started again, with a version that can. */
        STOPPED
    }
}
