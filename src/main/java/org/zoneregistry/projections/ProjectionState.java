package org.zoneregistry.projections;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower.Condition;

/**
 * The state of a projection, as this node knows it.
 *
 * @param version the version of the fold on this node
 * @param position the last position that its tables reflect
 * @param condition whether it runs
 * @param stoppedAt the position of the event that it could not apply, if it has stopped at one
 * @param error the failure behind a retry or a stop
 */
public record ProjectionState(
        String name,
        int version,
        long position,
        Condition condition,
        @Nullable Long stoppedAt,
        @Nullable String error) {}
