package org.zoneregistry.imports.job;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.LogUnavailableException;

/**
 * The table of jobs, written by those who carry them out. A run that has lost its job, because the job was taken for
 * interrupted and begun again, changes nothing any more. Stages fail with {@link LogUnavailableException}.
 */
@Singleton
public final class ImportJobs {

    private static final String BEGIN = """
            insert into import_job as job
                (id, idempotency_key, run, state, media_type, columns, content_length, started_at)
            values ($1, $2, $3, 'running', $4, $5, $6, $7)
            on conflict (idempotency_key) do update
            set run = excluded.run, state = 'running', media_type = excluded.media_type, columns = excluded.columns,
                content_length = excluded.content_length, started_at = excluded.started_at,
                seen_at = excluded.seen_at, ended_at = null, bytes_read = 0, lines_read = 0, recorded = 0,
                already_there = 0, refused = 0, position = 0, digest = null, problem_code = null,
                problem_detail = null, problem_line = null
            where job.state = 'interrupted' or job.state = 'running' and""" + " " + JobRows.SILENT + """

            returning id
            """;
    private static final String FORGET = "delete from import_refusal where job = $1";
    private static final String BEAT = """
            update import_job
            set seen_at = clock_timestamp(), bytes_read = $3, lines_read = $4, recorded = $5, already_there = $6,
                refused = $7, position = $8
            where id = $1 and run = $2 and state = 'running'
            """;
    private static final String REFUSE = """
            insert into import_refusal (job, line, code, detail, fields)
            select j.id, r.line, r.code, r.detail, array(select jsonb_array_elements_text(r.fields))
            from import_job j,
                 jsonb_to_recordset($3) r(line bigint, code text, detail text, fields jsonb)
            where j.id = $1 and j.run = $2
            """;
    private static final String END = """
            update import_job
            set seen_at = clock_timestamp(), bytes_read = $3, lines_read = $4, recorded = $5, already_there = $6,
                refused = $7, position = $8, state = $9, ended_at = $10, digest = $11, problem_code = $12,
                problem_detail = $13, problem_line = $14
            where id = $1 and run = $2
            """;
    private static final String DIGEST = "select digest from import_job where id = $1";

    private final Pool pool;
    private final InstantSource clock;

    ImportJobs(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Begins a job, or begins an interrupted one of the same key again.
     *
     * @param id what a new job is to be called
     * @return the job's id; empty where there is a job of that key that is running or has ended
     */
    public CompletionStage<Optional<UUID>> begin(
            UUID id, UUID run, @Nullable String key, String mediaType, List<String> columns, @Nullable Long length) {
        Tuple job = Tuple.of(id, key, run, mediaType)
                .addArrayOfString(columns.stream().map(Storable::text).toArray(String[]::new))
                .addLong(length)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return stage(pool.preparedQuery(BEGIN).execute(job).compose(begun -> {
            for (Row row : begun) {
                UUID found = row.getUUID(0);
                return pool.preparedQuery(FORGET).execute(Tuple.of(found)).map(done -> Optional.of(found));
            }
            return Future.succeededFuture(Optional.empty());
        }));
    }

    /** Gives a sign of life, and says how far the run has come. */
    public CompletionStage<Void> beat(UUID id, UUID run, Tally tally) {
        return stage(pool.preparedQuery(BEAT).execute(tallied(id, run, tally)).mapEmpty());
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

    /**
     * Ends a run.
     *
     * @param digest of the whole body, where it was read to its end
     */
    public CompletionStage<Void> end(UUID id, UUID run, Tally tally, Ending ending, byte @Nullable [] digest) {
        Tuple job = tallied(id, run, tally)
                .addString(JobRows.name(ending.state()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addBuffer(digest == null ? null : Buffer.buffer(digest))
                .addString(ending.problem().map(type -> type.code()).orElse(null))
                .addString(ending.problem().isEmpty() ? null : Storable.text(ending.detail()))
                .addLong(ending.line());
        return stage(pool.preparedQuery(END).execute(job).mapEmpty());
    }

    /** What the body of an ended job was; null where it is not known. */
    public CompletionStage<byte @Nullable []> digest(UUID id) {
        return stage(pool.preparedQuery(DIGEST).execute(Tuple.of(id)).map(ImportJobs::first));
    }

    private static byte @Nullable [] first(RowSet<Row> rows) {
        for (Row row : rows) {
            Buffer digest = row.getBuffer(0);
            return digest == null ? null : digest.getBytes();
        }
        return null;
    }

    private static Tuple tallied(UUID id, UUID run, Tally tally) {
        return Tuple.of(id, run)
                .addLong(tally.bytesRead())
                .addLong(tally.linesRead())
                .addLong(tally.recorded())
                .addLong(tally.alreadyThere())
                .addLong(tally.refused())
                .addLong(tally.position());
    }

    private static <T extends @Nullable Object> CompletionStage<T> stage(Future<T> future) {
        return future.recover(LogUnavailableException::future).toCompletionStage();
    }
}
