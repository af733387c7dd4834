package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection's tables, or a copy.
 *
 * @param version the version of the fold that fills the tables
 * @param copy the name of the copy; absent if the tables are to replace the live ones
 * @param upTo the prefix of the copy
 * @param phase the current phase; absent after the end
 * @param position the last position that is folded
 * @param target the position to reach: the last known head of the log, or the copy's prefix
 * @param eventsPerSecond on average since this run began; absent before the first heartbeat with progress
 * @param secondsLeft until {@code target} is reached at that rate; making indexes and sums takes extra time
 * @param seenAt when its run last sent a heartbeat
 * @param problem why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rebuild")
public record Rebuild(
        UUID id,
        String projection,
        int version,
        @Nullable String copy,
        @Nullable Long upTo,
        State state,
        @Nullable Phase phase,
        long position,
        long target,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {

    /** The state of a rebuild. */
    @Schema(name = "RebuildState")
    public enum State {
        /** The tables are being filled, or will be. */
        FILLING,
        /** The tables are live. */
        DONE,
        /** The copy can be read. */
        READY,
        /** It was cancelled on request. */
        CANCELLED,
        /** It is impossible to carry out. */
        FAILED,
        /** The copy was dropped on request. */
        DROPPED
    }

    /** The current phase. */
    @Schema(name = "RebuildPhase")
    public enum Phase {
        /** The long prefix is folded, and its indexes and sums are made. */
        FOLDING,
        /** Later events are folded batch by batch. */
        CATCHING_UP
    }

    /** The address of a rebuild. */
    static String path(String projection, UUID id) {
        return "/v1/projections/" + projection + "/rebuilds/" + id;
    }

    /** Whether the rebuild is over. */
    boolean hasEnded() {
        return state != State.FILLING;
    }
}
