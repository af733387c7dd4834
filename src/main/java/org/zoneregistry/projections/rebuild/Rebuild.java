package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A projection's tables on their way to being filled anew.
 *
 * @param version of the fold that fills them
 * @param copy the name of the copy; absent where they are to be read instead of those that are
 * @param upTo the prefix that the copy is of
 * @param phase what is being done; absent once it has ended
 * @param position the last position that is folded
 * @param target how far there is to go: the head of the log when it was last looked at, or the copy's prefix
 * @param eventsPerSecond on average since this run of it began; absent before the first figures
 * @param secondsLeft until {@code target} is reached at that rate; making indexes and sums comes on top
 * @param seenAt when whoever carries it out last sent a heartbeat
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

    /** Where a rebuild stands. */
    @Schema(name = "RebuildState")
    public enum State {
        /** The tables are being filled, or wait for it. */
        FILLING,
        /** The tables are read. */
        DONE,
        /** The copy can be read. */
        READY,
        /** It was broken off on request. */
        CANCELLED,
        /** It could not be carried out. */
        FAILED,
        /** The copy was dropped on request. */
        DROPPED
    }

    /** What is being done. */
    @Schema(name = "RebuildPhase")
    public enum Phase {
        /** The long prefix is folded, and indexes and sums are made of it. */
        FOLDING,
        /** What came after that is folded batch by batch. */
        CATCHING_UP
    }

    /** Where one is shown. */
    static String path(String projection, UUID id) {
        return "/v1/projections/" + projection + "/rebuilds/" + id;
    }

    /** Whether nothing of it will change by itself. */
    boolean hasEnded() {
        return state != State.FILLING;
    }
}
