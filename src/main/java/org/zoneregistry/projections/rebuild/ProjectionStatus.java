package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower.Condition;

/**
 * A projection, as the answering node knows it.
 *
 * @param version the version of the fold on this node
 * @param position the last position that its tables reflect
 * @param head the last position of the log
 * @param lag how many events are not in the tables yet
 * @param eventsPerSecond how many events this node applied: the average of the last ten seconds
 * @param stoppedAt the position of the event that it could not apply, if it has stopped at one
 * @param error the failure behind a retry or a stop
 * @param rebuild the rebuild that is running and will replace the tables
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Projection")
public record ProjectionStatus(
        String name,
        int version,
        long position,
        long head,
        long lag,
        long eventsPerSecond,
        Condition condition,
        @Nullable Long stoppedAt,
        @Nullable String error,
        @Nullable Rebuild rebuild) {}
