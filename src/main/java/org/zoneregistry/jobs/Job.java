package org.zoneregistry.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job and its progress.
 *
 * @param kind import, rebuild, copy, verification or publication
 * @param subject what the job is about: a projection, or a topic of Kafka; for an import its Idempotency-Key
 * @param attempt how often a node has begun or continued it
 * @param seenAt when its run last sent a heartbeat; the counts are of this moment
 * @param done how much is done: bytes of an import, otherwise positions of the log
 * @param total how much there is to do, if that is known
 * @param perSecond how much was done in a second, on average since this attempt began; absent before the first
 *     heartbeat with progress
 * @param secondsLeft at that rate, while it is running
 * @param isCancellable whether DELETE cancels it while it is waiting or running
 * @param problem why it has failed or was interrupted
 * @param address where details of the job can be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job")
public record Job(
        UUID id,
        String kind,
        @Nullable String subject,
        State state,
        int attempt,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        long done,
        @Nullable Long total,
        @Nullable Long perSecond,
        @Nullable Long secondsLeft,
        boolean isCancellable,
        @Nullable String problem,
        @Nullable String address) {

    /** The state of a job. */
    @Schema(name = "JobState")
    public enum State {
        /** No node carries it out; the next free node continues it. */
        WAITING,
        /** A node carries it out. */
        RUNNING,
        /** It is finished. */
        DONE,
        /** It is impossible to carry out. */
        FAILED,
        /** Its node was lost, and no other node continues it. */
        INTERRUPTED,
        /** It was cancelled on request. */
        CANCELLED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An SQL expression: the state of a job at this moment, by the clock of the database. */
    public static final String STATE =
            "case when job.state <> 'running' or job.held_until > clock_timestamp() then job.state"
                    + " when job.resumes then 'waiting' else 'interrupted' end";

    /** The columns that {@link #of} reads from the table {@code job}. */
    public static final String COLUMNS = """
            job.id, job.kind, job.subject, job.address, job.is_cancellable, job.attempt, job.started_at,
            job.taken_at, job.taken_from, job.seen_at, job.ended_at, job.done, job.total,
            job.problem as job_problem,""" + " " + STATE + " as job_state ";

    /** Makes a job from a row with {@link #COLUMNS}. */
    public static Job of(Row row) {
        State state = State.valueOf(row.getString("job_state").toUpperCase(Locale.ROOT));
        Instant seen = instant(row, "seen_at");
        Instant ended = row.getOffsetDateTime("ended_at") == null ? null : instant(row, "ended_at");
        long done = row.getLong("done");
        Long total = row.getLong("total");
        long millis = Duration.between(instant(row, "taken_at"), seen).toMillis();
        long lately = done - row.getLong("taken_from");
        Long rate = millis <= 0 || lately <= 0 ? null : Long.valueOf(lately * 1000 / millis);
        Long left = state == State.RUNNING && rate != null && rate > 0 && total != null
                ? Long.valueOf(Math.max(0, total - done) / rate)
                : null;
        return new Job(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("subject"),
                state,
                row.getInteger("attempt"),
                instant(row, "started_at"),
                seen,
                state == State.INTERRUPTED && ended == null ? seen : ended,
                done,
                total,
                rate,
                left,
                row.getBoolean("is_cancellable"),
                row.getString("job_problem"),
                row.getString("address"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** Whether the job is over. */
    public boolean hasEnded() {
        return state != State.WAITING && state != State.RUNNING;
    }
}
