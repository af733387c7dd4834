package org.zoneregistry.imports.job;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.imports.job.ImportJob.FileProblem;
import org.zoneregistry.imports.job.ImportJob.State;
import org.zoneregistry.log.LogUnavailableException;

/** The table of jobs, for those who look at them. Stages fail with {@link LogUnavailableException}. */
@Singleton
public final class JobRows {

    static final String SILENT =
            "job.seen_at < clock_timestamp() - interval '" + ImportJobs.LEASE.toSeconds() + " seconds'";

    private static final String SELECT =
            """
            select id, state, idempotency_key, media_type, started_at, seen_at, ended_at, content_length, bytes_read,
                   blank_lines, lines_read, recorded, already_there, refused, not_kept, refused_by_code, position,
                   problem_code, problem_detail, problem_line,""" + " state = 'running' and " + SILENT + " as is_silent from import_job job ";
    private static final String REFUSALS = """
            select line, code, detail, fields from import_refusal where job = $1 and line > $2 order by line limit $3
            """;

    private final Pool pool;
    private final InstantSource clock;

    JobRows(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** One job. */
    public CompletionStage<Optional<ImportJob>> find(UUID id) {
        return find(id, null);
    }

    /**
     * The same.
     *
     * @param owner whose job it has to be, if given
     */
    public CompletionStage<Optional<ImportJob>> find(UUID id, @Nullable String owner) {
        return query(SELECT + "where id = $1 and ($2::text is null or actor = $2)", Tuple.of(id, owner), this::jobs)
                .thenApply(found -> found.stream().findFirst());
    }

    /** The job of a key, which is its owner's alone. */
    public CompletionStage<Optional<ImportJob>> findByKey(String key, String owner) {
        return list(key, null, 1, owner).thenApply(found -> found.stream().findFirst());
    }

    /**
     * Jobs, the latest first.
     *
     * @param key the one that was sent with that key, if given
     * @param before those before that one, if given
     * @param owner those of that actor, if given
     */
    public CompletionStage<List<ImportJob>> list(
            @Nullable String key, @Nullable UUID before, int limit, @Nullable String owner) {
        return query(
                SELECT + "where ($1::text is null or idempotency_key = $1) and ($2::uuid is null or id < $2)"
                        + " and ($4::text is null or actor = $4) order by id desc limit $3",
                Tuple.of(key, before, limit, owner),
                this::jobs);
    }

    /** The columns of a job's file. */
    public CompletionStage<List<String>> columns(UUID id) {
        return query("select columns from import_job where id = $1", Tuple.of(id), rows -> {
            List<String> columns = new ArrayList<>();
            rows.forEach(row -> columns.addAll(Arrays.asList(row.getArrayOfStrings(0))));
            return columns;
        });
    }

    /** The lines of a job that were refused, after a line, in order. */
    public CompletionStage<List<Refusal>> refusals(UUID id, long after, int limit) {
        return query(REFUSALS, Tuple.of(id, after, limit), rows -> {
            List<Refusal> refusals = new ArrayList<>();
            rows.forEach(row -> refusals.add(new Refusal(
                    row.getLong(0), row.getString(1), row.getString(2), Arrays.asList(row.getArrayOfStrings(3)))));
            return refusals;
        });
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private <T> CompletionStage<T> query(String sql, Tuple arguments, Function<RowSet<Row>, T> read) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(read)
                .recover(LogUnavailableException::future)
                .toCompletionStage();
    }

    private List<ImportJob> jobs(RowSet<Row> rows) {
        List<ImportJob> jobs = new ArrayList<>();
        rows.forEach(row -> jobs.add(job(row)));
        return jobs;
    }

    private ImportJob job(Row row) {
        boolean isSilent = row.getBoolean("is_silent");
        State state = isSilent
                ? State.INTERRUPTED
                : State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Instant started = row.getOffsetDateTime("started_at").toInstant();
        Instant ended = isSilent ? instant(row, "seen_at") : instant(row, "ended_at");
        long lines = row.getLong("lines_read");
        long bytes = row.getLong("bytes_read");
        Long length = row.getLong("content_length");
        Duration taken = Duration.between(started, ended == null ? clock.instant() : ended);
        long millis = Math.max(1, taken.toMillis());
        Long left = state == State.RUNNING && length != null && bytes > 0
                ? Long.valueOf(Math.max(0, (length - bytes) * millis / bytes / 1000))
                : null;
        return new ImportJob(
                row.getUUID("id"),
                state,
                row.getString("idempotency_key"),
                row.getString("media_type"),
                started,
                ended,
                length,
                bytes,
                row.getLong("blank_lines"),
                lines,
                row.getLong("recorded"),
                row.getLong("already_there"),
                row.getLong("refused"),
                row.getLong("not_kept"),
                byType(row.getJsonObject("refused_by_code")),
                row.getLong("position"),
                lines * 1000 / millis,
                left,
                isSilent
                        ? new FileProblem(
                                "/problems/overloaded",
                                "The registry stopped while it read the file. Send it again.",
                                null)
                        : problem(row),
                null);
    }

    private static Map<String, Long> byType(JsonObject byCode) {
        Map<String, Long> byType = new TreeMap<>();
        byCode.fieldNames().forEach(code -> byType.put("/problems/" + code, byCode.getLong(code)));
        return byType;
    }

    private static @Nullable FileProblem problem(Row row) {
        String code = row.getString("problem_code");
        return code == null
                ? null
                : new FileProblem("/problems/" + code, row.getString("problem_detail"), row.getLong("problem_line"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
