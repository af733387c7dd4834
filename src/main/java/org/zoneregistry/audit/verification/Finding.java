package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A difference.
 *
 * @param position the first position of the log that is concerned; null if it concerns no position
 * @param subject what it is about: a table, a tile, a checkpoint
 * @param detail what was expected and what was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VerificationFinding")
public record Finding(Kind kind, @Nullable Long position, String subject, String detail) {

    /** The kinds of differences. */
    @Schema(name = "VerificationFindingKind")
    public enum Kind {
        /** The bytes of an event have another hash than the signed one. */
        EVENT_CHANGED,
        /** The bytes at a position are not a canonical event, or are an event of another position. */
        EVENT_UNREADABLE,
        /** A column of an event differs from its bytes. */
        INDEX_DIFFERS,
        /** There is no event at a position, but there are later events. */
        EVENT_MISSING,
        /** The log ends before a signed position. */
        LOG_TRUNCATED,
        /** A tag of an event isn't indexed, or a tag is indexed that the event doesn't have. */
        TAG_DIFFERS,
        /** A tile differs from the signed one; the events don't. */
        TILE_CHANGED,
        /** A tile is missing or too short. */
        TILE_MISSING,
        /** An event and its tile differ, and no checkpoint shows which of them is right. */
        EVENT_OR_TILE_CHANGED,
        /** Events and tiles agree, but a checkpoint contradicts both. */
        CHECKPOINT_CONTRADICTED,
        /** The signature of a stored checkpoint is wrong, or its columns differ from its note. */
        CHECKPOINT_CHANGED,
        /** A read model lacks a row that follows from the log. */
        ROW_MISSING,
        /** A read model has a row that doesn't follow from the log. */
        ROW_UNEXPECTED
    }

    static Finding at(Kind kind, long position, String subject, String detail) {
        return new Finding(kind, position, subject, detail);
    }
}
