package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.jobs.Job;

/**
 * A verification and its progress.
 *
 * @param head the last position of the log when it began; later events are not checked
 * @param eventsChecked how many positions of the log have been compared
 * @param checkpointsChecked how many signed checkpoints have been compared
 * @param projections the read models that were folded again and compared. If the log is too damaged to fold a read
 *     model, it is missing
 * @param eventsPerSecond the average speed of comparing the log
 * @param isWhole whether there are no findings; absent until it is known
 * @param findingCount how many findings there are
 * @param findings the first of each kind, by position
 * @param problem why the verification failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verification")
public record Verification(
        UUID id,
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        long head,
        long eventsChecked,
        long checkpointsChecked,
        List<ComparedProjection> projections,
        @Nullable Long eventsPerSecond,
        @Nullable Boolean isWhole,
        long findingCount,
        List<Finding> findings,
        @Nullable String problem) {

    /** The state of a verification. */
    @Schema(name = "VerificationState")
    public enum State {
        RUNNING,
        /** It has compared everything. */
        DONE,
        /** It failed. */
        FAILED,
        /** The server stopped before the end. */
        INTERRUPTED,
        /** It was cancelled on request. */
        CANCELLED
    }

    /**
     * A read model.
     *
     * @param position the last folded position, which becomes the position of the comparison
     */
    @Schema(name = "VerifiedProjection")
    public record ComparedProjection(String name, long position) {}

    /** Copies the lists. */
    public Verification {
        projections = List.copyOf(projections);
        findings = List.copyOf(findings);
    }

    /** This verification, with the state of its job. */
    Verification as(Job job) {
        State now = State.valueOf(job.state().name());
        return new Verification(
                id,
                now,
                startedAt,
                endedAt == null ? job.endedAt() : endedAt,
                head,
                eventsChecked,
                checkpointsChecked,
                projections,
                eventsPerSecond,
                now == State.DONE ? isWhole : null,
                findingCount,
                findings,
                now == State.INTERRUPTED ? "The server stopped before the end. Start another one." : job.problem());
    }
}
