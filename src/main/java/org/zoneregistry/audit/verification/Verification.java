package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.jobs.Job;

/**
 * A verification as far as it has come.
 *
 * @param head the last position of the log when it began; what came later is not looked at
 * @param eventsChecked how many positions of the log have been compared
 * @param checkpointsChecked how many signed checkpoints have been compared
 * @param projections the read models that were folded anew and compared; one that the log is too damaged for is missing
 * @param eventsPerSecond on average, in comparing the log
 * @param isWhole whether all is as it must be; absent until it is known
 * @param findingCount how many findings there are
 * @param findings the first of each kind, by position
 * @param problem why it could not be carried out
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

    /** Where a verification stands. */
    @Schema(name = "VerificationState")
    public enum State {
        RUNNING,
        /** All was compared. */
        DONE,
        /** It could not be carried out. */
        FAILED,
        /** The server stopped before the end. */
        INTERRUPTED,
        /** It was broken off on request. */
        CANCELLED
    }

    /**
     * A read model.
     *
     * @param position up to where it is folded anew, or was compared
     */
    @Schema(name = "VerifiedProjection")
    public record ComparedProjection(String name, long position) {}

    /** Copies the lists. */
    public Verification {
        projections = List.copyOf(projections);
        findings = List.copyOf(findings);
    }

    /** The same, as its job stands. */
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
                now == State.INTERRUPTED ? "The server stopped meanwhile. Ask for another." : job.problem());
    }
}
