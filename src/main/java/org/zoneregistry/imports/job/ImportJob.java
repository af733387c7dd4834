package org.zoneregistry.imports.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import and its progress.
 *
 * @param idempotencyKey the key of the request that sent the file, if it had one
 * @param mediaType the format of the file
 * @param contentLength the size of the file as it is sent, in bytes, if the request had it
 * @param bytesRead how many of those bytes have arrived
 * @param blankLines how many blank lines were skipped
 * @param linesRead how many lines that are not blank have been decided; the sum of the next three
 * @param recorded how many entries were recorded
 * @param alreadyThere how many entries had been recorded before with the same content
 * @param refused how many lines were refused
 * @param refusedNotKept how many refused lines are counted but not kept: an import keeps the first 10,000, and fewer if
 *     they are long
 * @param refusedByType how many lines were refused, by the problem type's address
 * @param position the position of the last entry that was recorded; 0 if there is none
 * @param linesPerSecond on average
 * @param secondsLeft at this rate, while it is running and contentLength is known
 * @param problem why it has failed or was interrupted
 * @param refusedLines a page of them, in the order of the file; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
public record ImportJob(
        UUID id,
        State state,
        @Nullable String idempotencyKey,
        String mediaType,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long contentLength,
        long bytesRead,
        long blankLines,
        long linesRead,
        long recorded,
        long alreadyThere,
        long refused,
        long refusedNotKept,
        Map<String, Long> refusedByType,
        long position,
        long linesPerSecond,
        @Nullable Long secondsLeft,
        @Nullable FileProblem problem,
        @Nullable List<RefusedLine> refusedLines) {

    /** The state of an import. */
    @Schema(name = "ImportState")
    public enum State {
        RUNNING,
        /** Every line of the file has been decided. */
        DONE,
        /** The file can't be read up to its end. */
        FAILED,
        /** The server or the client stopped before the end of the file. */
        INTERRUPTED,
        /** It was cancelled on request. */
        CANCELLED;

        /** Whether it ended before the end of its file. Then a file with the same key begins the import again. */
        public boolean isOpen() {
            return this == FAILED || this == INTERRUPTED;
        }
    }

    /**
     * Why a file was not read to its end.
     *
     * @param type the problem type's address
     * @param line the number of the line where reading ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileProblem(
            String type, String detail, @Nullable Long line) {}

    /**
     * A refused line.
     *
     * @param line its number in the file, from 1; the header line counts
     * @param type the problem type's address
     */
    public record RefusedLine(long line, String type, String detail) {}

    /** Keeps the types in their order. */
    public ImportJob {
        refusedByType = Collections.unmodifiableMap(new TreeMap<>(refusedByType));
    }

    /** Its address. */
    public static String path(UUID id) {
        return "/v1/imports/" + id;
    }

    public boolean hasEnded() {
        return state != State.RUNNING;
    }

    /** A copy with some of the refused lines. */
    public ImportJob with(List<RefusedLine> lines) {
        return new ImportJob(
                id,
                state,
                idempotencyKey,
                mediaType,
                startedAt,
                endedAt,
                contentLength,
                bytesRead,
                blankLines,
                linesRead,
                recorded,
                alreadyThere,
                refused,
                refusedNotKept,
                refusedByType,
                position,
                linesPerSecond,
                secondsLeft,
                problem,
                List.copyOf(lines));
    }
}
