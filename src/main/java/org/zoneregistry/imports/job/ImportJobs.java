package org.zoneregistry.imports.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.imports.job.ImportJob.FileProblem;
import org.zoneregistry.imports.job.ImportJob.State;
import org.zoneregistry.jobs.Heartbeat;
import org.zoneregistry.jobs.Heartbeat.Loss;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.jobs.Jobs.Reported;
import org.zoneregistry.log.LogUnavailableException;

/** Stores imports as jobs, and their refused lines. Stages fail with {@link LogUnavailableException}. */
@Singleton
public final class ImportJobs {
    static final JobKind KIND = new JobKind("import", Duration.ofSeconds(5), false, true);

    private static final String FORGET = "delete from import_refusal where job = $1";

    private static final String REFUSE = """
            insert into import_refusal (job, line, code, detail, fields)
            select j.id, r.line, r.code, r.detail, array(select jsonb_array_elements_text(r.fields))
            from job j,
                 jsonb_to_recordset($3) r(line bigint, code text, detail text, fields jsonb)
            where j.id = $1 and j.run = $2
            """;

    private static final String REFUSALS = """
            select line, code, detail, fields from import_refusal where job = $1 and line > $2 order by line limit $3
            """;

    private final Jobs jobs;
    private final Pool pool;

    ImportJobs(Jobs jobs, Pool pool) {
        this.jobs = jobs;
        this.pool = pool;
    }

    /**
     * A file that is about to be read.
     *
     * @param id the id of its job, if the job is new
     * @param length in bytes as it is sent, if the client says so
     * @param actor the caller who sends it, and who owns the key
     */
    public record Start(
            UUID id,
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
     * Begins a job, or begins an unfinished job of the same key again.
     *
     * @return empty if the actor has a job with that key that is running, done or cancelled
     */
    public CompletionStage<Optional<JobRun>> begin(Start start) {
        var columns = new JsonArray();
        start.columns().forEach(column -> columns.add(Storable.text(column)));
        var report = report(Tally.NONE, start.mark())
                .put("mediaType", start.mediaType())
                .put("columns", columns);
        var asked = new Asked(
                start.id(), KIND, start.actor(), start.key(), ImportJob.path(start.id()), start.length(), report);
        return stage(jobs.begin(asked)
                .chain(begun -> begun.isPresent() ? Uni.createFrom().item(begun) : beginAgain(asked)));
    }

    private Uni<Optional<JobRun>> beginAgain(Asked asked) {
        return jobs.restart(asked)
                .call(run -> run.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(FORGET).execute(Tuple.of(run.get().job())));
    }

    /** Keeps the lease of the job while its file is read. */
    public Heartbeat heartbeat(JobRun run, Supplier<Progress> progress, Consumer<Loss> lost) {
        return new Heartbeat(jobs, run, progress, lost);
    }

    /** The progress, as a job stores it. */
    public static Progress progress(Tally tally, Mark mark, @Nullable Long length) {
        return new Progress(tally.bytesRead(), length, report(tally, mark));
    }

    private static JsonObject report(Tally tally, Mark mark) {
        return tally.report().put("marked", mark.bytes()).put("digest", mark.digest());
    }

    /** Keeps refused lines. */
    public CompletionStage<Void> refuse(JobRun run, List<Refusal> refusals) {
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
        return stage(pool.preparedQuery(REFUSE)
                .execute(Tuple.of(run.job(), run.token(), rows))
                .replaceWithVoid());
    }

    public CompletionStage<Boolean> end(JobRun run, Progress reached, JobEnding ending) {
        JsonObject report = reached.report();
        if (report != null) {
            ending.problem().ifPresent(type -> report.put("code", type.code()).put("line", ending.line()));
        }
        return stage(jobs.end(
                run,
                reached,
                Job.State.valueOf(ending.state().name()),
                ending.problem().map(type -> Storable.text(ending.detail())).orElse(null)));
    }

    /** Cancels a running job. A job that has ended keeps its state. */
    public CompletionStage<Boolean> cancel(UUID id) {
        return stage(jobs.cancel(id));
    }

    public CompletionStage<Optional<ImportJob>> find(UUID id) {
        return find(id, null);
    }

    /**
     * One job, if it belongs to an owner.
     *
     * @param owner the actor; null for a job of any owner
     */
    public CompletionStage<Optional<ImportJob>> find(UUID id, @Nullable String owner) {
        return stage(jobs.select(KIND, "and id = $2 and ($3::text is null or owner = $3)", id, owner)
                .map(found -> found.stream().findFirst().map(ImportJobs::shown)));
    }

    /** The job of an owner with that key. */
    public CompletionStage<Optional<ImportJob>> findByKey(String key, String owner) {
        return list(key, null, 1, owner).thenApply(found -> found.stream().findFirst());
    }

    /**
     * Jobs, the latest first.
     *
     * @param key the key of the job, if given
     * @param before only jobs before that one, if given
     * @param owner the actor of the jobs, if given
     */
    public CompletionStage<List<ImportJob>> list(
            @Nullable String key, @Nullable UUID before, int limit, @Nullable String owner) {
        return stage(jobs.select(
                        KIND,
                        "and ($2::text is null or subject = $2) and ($3::uuid is null or id < $3)"
                                + " and ($5::text is null or owner = $5) order by id desc limit $4",
                        key,
                        before,
                        limit,
                        owner)
                .map(found -> found.stream().map(ImportJobs::shown).toList()));
    }

    /** The columns of a job's file. */
    public CompletionStage<List<String>> columns(UUID id) {
        return one(
                        "and id = $2",
                        id,
                        found -> found.report().getJsonArray("columns").stream()
                                .map(String::valueOf)
                                .toList())
                .thenApply(Optional::orElseThrow);
    }

    /** The mark at the last heartbeat; if the job is done, the mark of the whole file. */
    public CompletionStage<Mark> mark(UUID id) {
        return one(
                        "and id = $2",
                        id,
                        found -> new Mark(
                                found.report().getLong("marked"), found.report().getBuffer("digest")))
                .thenApply(Optional::orElseThrow);
    }

    /** Refused lines of a job after that line, in order. */
    public CompletionStage<List<Refusal>> refusals(UUID id, long after, int limit) {
        return stage(pool.preparedQuery(REFUSALS)
                .execute(Tuple.of(id, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Refusal(
                                row.getLong(0),
                                row.getString(1),
                                row.getString(2),
                                Arrays.asList(row.getArrayOfStrings(3))))
                        .toList()));
    }

    private <T> CompletionStage<Optional<T>> one(String condition, Object argument, Function<Reported, T> read) {
        return stage(jobs.select(KIND, condition, argument)
                .map(found -> found.stream().findFirst().map(read)));
    }

    private static ImportJob shown(Reported found) {
        Job job = found.job();
        JsonObject report = found.report();
        Tally tally = Tally.of(report);
        State state = State.valueOf(job.state().name());
        Instant until = job.endedAt() == null ? job.seenAt() : job.endedAt();
        long millis = Math.max(1, Duration.between(job.startedAt(), until).toMillis());
        Long left = state == State.RUNNING && job.total() != null && job.done() > 0
                ? Long.valueOf(Math.max(0, (job.total() - job.done()) * millis / job.done() / 1000))
                : null;
        Map<String, Long> byType = new TreeMap<>();
        tally.refusedByCode().forEach((code, lines) -> byType.put("/problems/" + code, lines));
        return new ImportJob(
                job.id(),
                state,
                job.subject(),
                report.getString("mediaType"),
                job.startedAt(),
                job.endedAt(),
                job.total(),
                job.done(),
                tally.blank(),
                tally.linesRead(),
                tally.recorded(),
                tally.alreadyThere(),
                tally.refused(),
                tally.notKept(),
                byType,
                tally.position(),
                tally.linesRead() * 1000 / millis,
                left,
                problem(job, report),
                null);
    }

    private static @Nullable FileProblem problem(Job job, JsonObject report) {
        if (job.problem() != null) {
            return new FileProblem("/problems/" + report.getString("code"), job.problem(), report.getLong("line"));
        }
        return job.state() == Job.State.INTERRUPTED
                ? new FileProblem(
                        "/problems/overloaded", "The registry stopped while it read the file. Send it again.", null)
                : null;
    }

    private static <T extends @Nullable Object> CompletionStage<T> stage(Uni<T> uni) {
        return uni.onFailure()
                .transform(failure ->
                        new LogUnavailableException("the database didn't answer: " + failure.getMessage(), failure))
                .subscribeAsCompletionStage();
    }
}
