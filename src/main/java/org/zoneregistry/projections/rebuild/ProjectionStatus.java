package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower.Condition;

/**
 * A projection, as known on the node that answers.
 *
 * @param version of the fold that this node has
 * @param position the last position that its tables reflect
 * @param head the last position of the log
 * @param lag how many events are not in the tables yet
 * @param eventsPerSecond how many were applied on this node, on average of the last ten seconds
 * @param stoppedAt the position of the event that it could not apply, if it has stopped at one
 * @param error what is wrong, if something is
 * @param rebuild the one that is running, whose tables are to be read in the end
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
