package org.zoneregistry.projections;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower.Condition;

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
        @Nullable String error) {}
