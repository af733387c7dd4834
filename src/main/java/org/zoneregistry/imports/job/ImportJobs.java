package org.zoneregistry.imports.job;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.LogUnavailableException;

/**
 * The table of jobs, written by those who carry them out. A run that has lost its job, because the job was taken for
 * interrupted and begun again, changes nothing any more. Stages fail with {@link LogUnavailableException}.
 */
@Singleton
public final class ImportJobs {

    /** A running job whose run sends no heartbeat for so long is interrupted, and can be begun again. */
    public static final Duration LEASE = Duration.ofSeconds(5);

    private static final String BEGIN = """
            insert into import_job as job
                (id, idempotency_key, run, state, media_type, columns, content_length, started_at, marked, digest, actor)
            values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9, $10)
            on conflict (actor, idempotency_key) do update
            set run = excluded.run, state = 'running', media_type = excluded.media_type, columns = excluded.columns,
                content_length = excluded.content_length, started_at = excluded.started_at,
                seen_at = excluded.seen_at, ended_at = null, bytes_read = 0, blank_lines = 0, lines_read = 0,
                recorded = 0, already_there = 0, refused = 0, not_kept = 0, refused_by_code = '{}', position = 0,
                marked = excluded.marked, digest = excluded.digest, problem_code = null, problem_detail = null,
                problem_line = null
            where job.state in ('interrupted', 'failed') or job.state = 'running' and""" + " " + JobRows.SILENT + """

            returning id
            """;
    private static final String FORGET = "delete from import_refusal where job = $1";
    private static final String BEAT = """
            update import_job
            set seen_at = clock_timestamp(), bytes_read = $3, blank_lines = $4, lines_read = $5, recorded = $6,
                already_there = $7, refused = $8, not_kept = $9, refused_by_code = $10, position = $11,
                marked = $12, digest = $13
            where id = $1 and run = $2 and state = 'running'
            """;
    private static final String REFUSE = """
            insert into import_refusal (job, line, code, detail, fields)
            select j.id, r.line, r.code, r.detail, array(select jsonb_array_elements_text(r.fields))
            from import_job j,
                 jsonb_to_recordset($3) r(line bigint, code text, detail text, fields jsonb)
            where j.id = $1 and j.run = $2
            """;
    /** What was cancelled stays so; the counts are of all that was decided all the same. */
    private static final String END = """
            update import_job
            set seen_at = clock_timestamp(), bytes_read = $3, blank_lines = $4, lines_read = $5, recorded = $6,
                already_there = $7, refused = $8, not_kept = $9, refused_by_code = $10, position = $11,
                marked = $12, digest = $13,
                state = case state when 'running' then $14 else state end,
                ended_at = coalesce(ended_at, $18),
                problem_code = case state when 'running' then $15 end,
                problem_detail = case state when 'running' then $16 end,
                problem_line = case state when 'running' then $17 end
            where id = $1 and run = $2
            """;

    private static final String CANCEL =
            "update import_job set state = 'cancelled', ended_at = $2 where id = $1 and state = 'running'";
    private static final String MARK = "select marked, digest from import_job where id = $1";

    private final Pool pool;
    private final InstantSource clock;

    ImportJobs(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * A file that is about to be read.
     *
     * @param id what its job is to be called if it is a new one
     * @param length in bytes as it is sent, where the client says so
     * @param actor who sends it
     */
    public record Start(
            UUID id,
            UUID run,
            @Nullable String key,
            String mediaType,
            List<String> columns,
            @Nullable Long length,
            Mark mark,
            String actor) {

        public Start {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Begins a job, or begins one of the same key again whose file never came as a whole.
     *
     * @return the job's id; empty where the actor has a job of that key that is running, is done or was cancelled
     */
    public CompletionStage<Optional<UUID>> begin(Start start) {
        Tuple job = Tuple.of(start.id(), start.key(), start.run(), start.mediaType())
                .addArrayOfString(start.columns().stream().map(Storable::text).toArray(String[]::new))
                .addLong(start.length())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addLong(start.mark().bytes())
                .addBuffer(start.mark().digest())
                .addString(start.actor());
        return stage(pool.preparedQuery(BEGIN).execute(job).compose(begun -> {
            for (Row row : begun) {
                UUID found = row.getUUID(0);
                return pool.preparedQuery(FORGET).execute(Tuple.of(found)).map(done -> Optional.of(found));
            }
            return Future.succeededFuture(Optional.empty());
        }));
    }

    /** Sends a heartbeat, and says how far the run has come; false where the job isn't the run's any more. */
    public CompletionStage<Boolean> beat(UUID id, UUID run, Tally tally, Mark mark) {
        return stage(
                pool.preparedQuery(BEAT).execute(tallied(id, run, tally, mark)).map(told -> told.rowCount() == 1));
    }

    /** Cancels a job that is running; what has ended stays as it is. */
    public CompletionStage<Void> cancel(UUID id) {
        return stage(pool.preparedQuery(CANCEL)
                .execute(Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)))
                .mapEmpty());
    }

    /** Keeps lines that were refused. */
    public CompletionStage<Void> refuse(UUID id, UUID run, List<Refusal> refusals) {
        var rows = new JsonArray(new ArrayList<>(refusals.size()));
        for (Refusal refusal : refusals) {
            var fields = new JsonArray();
            refusal.fields().forEach(field -> fields.add(Storable.text(field)));
            rows.add(new JsonObject()
                    .put("line", refusal.line())
                    .put("code", refusal.code())
                    .put("detail", Storable.text(refusal.detail()))
                    .put("fields", fields));
        }
        return stage(pool.preparedQuery(REFUSE).execute(Tuple.of(id, run, rows)).mapEmpty());
    }

    /** Ends a run. */
    public CompletionStage<Void> end(UUID id, UUID run, Tally tally, JobEnding ending, Mark mark) {
        Tuple job = tallied(id, run, tally, mark)
                .addString(JobRows.name(ending.state()))
                .addString(ending.problem().map(type -> type.code()).orElse(null))
                .addString(ending.problem().isEmpty() ? null : Storable.text(ending.detail()))
                .addLong(ending.line())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return stage(pool.preparedQuery(END).execute(job).mapEmpty());
    }

    /** How far the file of a job was read at the last heartbeat; where it is done, to its end. */
    public CompletionStage<Mark> mark(UUID id) {
        return stage(pool.preparedQuery(MARK).execute(Tuple.of(id)).map(rows -> {
            Row row = rows.iterator().next();
            return new Mark(row.getLong(0), row.getBuffer(1));
        }));
    }

    private static Tuple tallied(UUID id, UUID run, Tally tally, Mark mark) {
        var refusedByCode = new JsonObject();
        tally.refusedByCode().forEach(refusedByCode::put);
        return Tuple.of(id, run)
                .addLong(tally.bytesRead())
                .addLong(tally.blank())
                .addLong(tally.linesRead())
                .addLong(tally.recorded())
                .addLong(tally.alreadyThere())
                .addLong(tally.refused())
                .addLong(tally.notKept())
                .addJsonObject(refusedByCode)
                .addLong(tally.position())
                .addLong(mark.bytes())
                .addBuffer(mark.digest());
    }

    private static <T extends @Nullable Object> CompletionStage<T> stage(Future<T> future) {
        return future.recover(LogUnavailableException::future).toCompletionStage();
    }
}
