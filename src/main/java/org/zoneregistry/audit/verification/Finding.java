package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that isn't as it must be.
 *
 * @param position the first position of the log that it is about, where it is about one
 * @param subject what it is about: a table, a tile, a checkpoint
 * @param detail what was expected and what was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VerificationFinding")
public record Finding(Kind kind, @Nullable Long position, String subject, String detail) {

    /** What is the matter. */
    @Schema(name = "VerificationFindingKind")
    public enum Kind {
        /** The bytes of an event aren't those that were signed. */
        EVENT_CHANGED,
        /** The bytes at a position are no event of the log's form, or say that they belong elsewhere. */
        EVENT_UNREADABLE,
        /** A column beside an event's bytes says something else than they do. */
        INDEX_DIFFERS,
        /** There is no event at a position, but at later ones. */
        EVENT_MISSING,
        /** The log ends before something that was signed. */
        LOG_TRUNCATED,
        /** A tag that an event carries isn't indexed, or one is that it doesn't carry. */
        TAG_DIFFERS,
        /** A tile isn't the one that was signed, whereas the events are. */
        TILE_CHANGED,
        /** A tile is missing, or too short. */
        TILE_MISSING,
        /** An event and its tile differ, and nothing that was signed says which of them is right. */
        EVENT_OR_TILE_CHANGED,
        /** Events and tiles agree with each other, but not with what was signed. */
        CHECKPOINT_CONTRADICTED,
        /** A kept checkpoint isn't signed, or its columns say something else than its note. */
        CHECKPOINT_CHANGED,
        /** A read model hasn't a row that the log amounts to. */
        ROW_MISSING,
        /** A read model has a row that the log doesn't amount to. */
        ROW_UNEXPECTED
    }

    static Finding at(Kind kind, long position, String subject, String detail) {
        return new Finding(kind, position, subject, detail);
    }
}
