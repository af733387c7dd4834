package org.zoneregistry.jobs;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of jobs.
 *
 * <p>Guaranteed: one run at a time holds a job, by the clock of the database. Writes of other runs are ignored, and
 * their {@link #lock} fails. Not guaranteed: that a run knows when it has lost its job. {@link Heartbeat} tells it in
 * time.
 */
@Singleton
public class Jobs {
    private static final String LEASE = "clock_timestamp() + make_interval(secs => $%d)";

    private static final String INTERRUPT = """
            update job set state = 'interrupted', ended_at = seen_at
            where kind = $1 and subject = $2 and owner is not distinct from $3 and state = 'running' and not resumes
              and held_until <= clock_timestamp()
            """;

    private static final String BEGIN = """
            insert into job
                (id, kind, subject, address, resumes, is_cancellable, total, report, run, attempt, held_until, owner)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, %s, $12)
            on conflict do nothing
            """.formatted(LEASE.formatted(11));

    private static final String RESTART = """
            update job
            set run = $3, state = 'running', attempt = attempt + 1, started_at = clock_timestamp(),
                taken_at = clock_timestamp(), taken_from = 0, seen_at = clock_timestamp(), held_until = %s,
                ended_at = null, done = 0, total = $5, problem = null, report = $6
            where kind = $1 and subject = $2 and owner is not distinct from $7 and state in ('interrupted', 'failed')
            returning id
            """.formatted(LEASE.formatted(4));

    private static final String TAKE = """
            update job
            set run = $3, attempt = attempt + 1, taken_at = clock_timestamp(), taken_from = done,
                seen_at = clock_timestamp(), held_until = %s
            where kind = $1 and subject = $2 and state = 'running' and held_until <= clock_timestamp()
            returning id
            """.formatted(LEASE.formatted(4));

    private static final String BEAT = """
            update job
            set seen_at = clock_timestamp(), held_until = %s, done = $4, total = $5,
                taken_from = least(taken_from, $4), report = report || coalesce($6::jsonb, '{}')
            where id = $1 and run = $2 and state = 'running'
            """.formatted(LEASE.formatted(3));

    private static final String LOCK =
            "select id from job where id = $1 and run = $2 and state = 'running' for no key update";

    /** A job that was cancelled or has failed keeps its state; the counts are written in any case. */
    private static final String END = """
            update job
            set seen_at = clock_timestamp(), done = $3, total = $4, report = report || coalesce($5::jsonb, '{}'),
                state = case state when 'running' then $6 else state end,
                problem = case state when 'running' then $7 else problem end,
                ended_at = coalesce(ended_at, clock_timestamp())
            where id = $1 and run = $2
            returning state = $6
            """;

    private static final String RELEASE = "update job set run = null, held_until = clock_timestamp()"
            + " where id = $1 and run = $2 and state = 'running'";

    private static final String CANCEL = """
            update job set state = 'cancelled', ended_at = clock_timestamp()
            where id = $1 and state = 'running' and is_cancellable
            """;

    private static final String FAIL = """
            update job set state = 'failed', problem = $2, ended_at = clock_timestamp()
            where id = $1 and state = 'running'
            """;

    private final Pool pool;

    /** @param pool for short statements */
    public Jobs(Pool pool) {
        this.pool = pool;
    }

    /**
     * A job that is to be begun.
     *
     * @param owner the actor who owns the subject; null if the subject has no owner
     * @param subject at most one job of a subject runs at a time; null if there is no limit
     * @param address where details of the job can be read
     * @param total how much there is to do, if that is known
     */
    public record Asked(
            UUID id,
            JobKind kind,
            @Nullable String owner,
            @Nullable String subject,
            @Nullable String address,
            @Nullable Long total,
            JsonObject report) {

        /** A job whose subject has no owner. */
        public Asked(
                UUID id,
                JobKind kind,
                @Nullable String subject,
                @Nullable String address,
                @Nullable Long total,
                JsonObject report) {
            this(id, kind, null, subject, address, total, report);
        }
    }

    /**
     * The progress of a run.
     *
     * @param report the changed members of the report of its kind; null if nothing has changed
     */
    public record Progress(
            long done, @Nullable Long total, @Nullable JsonObject report) {}

    /**
     * A job with the report of its kind.
     *
     * @param report as given at the beginning, with the changes of heartbeats
     */
    public record Reported(Job job, JsonObject report) {}

    /** Begins a job on this node; empty if there is one with its subject. */
    public Uni<Optional<JobRun>> begin(Asked asked) {
        var run = new JobRun(asked.id(), UUID.randomUUID(), asked.kind().lease());
        return begin(pool, asked, run.token(), run.lease()).map(begun -> begun ? Optional.of(run) : Optional.empty());
    }

    /** Adds a job that waits for a node; false if there is one with its subject. */
    public static Uni<Boolean> enqueue(SqlClient client, Asked asked) {
        return begin(client, asked, null, Duration.ZERO);
    }

    private static Uni<Boolean> begin(SqlClient client, Asked asked, @Nullable UUID run, Duration lease) {
        JobKind kind = asked.kind();
        Tuple job = Tuple.of(asked.id(), kind.name(), asked.subject(), asked.address(), kind.resumes())
                .addBoolean(kind.isCancellable())
                .addLong(asked.total())
                .addJsonObject(asked.report())
                .addUUID(run)
                .addInteger(run == null ? 0 : 1)
                .addDouble(seconds(lease))
                .addString(asked.owner());
        return client.preparedQuery(INTERRUPT)
                .execute(Tuple.of(kind.name(), asked.subject(), asked.owner()))
                .chain(() -> client.preparedQuery(BEGIN).execute(job))
                .map(begun -> begun.rowCount() == 1);
    }

    /** Begins the interrupted or failed job of a subject again, from the start; empty if there is none. */
    public Uni<Optional<JobRun>> restart(Asked asked) {
        JobKind kind = asked.kind();
        UUID token = UUID.randomUUID();
        Tuple job = Tuple.of(kind.name(), asked.subject(), token, seconds(kind.lease()))
                .addLong(asked.total())
                .addJsonObject(asked.report())
                .addString(asked.owner());
        return pool.preparedQuery(RESTART).execute(job).map(rows -> run(rows, token, kind));
    }

    /** Takes a running job of a subject after its lease has run out; empty if there is none. */
    public Uni<Optional<JobRun>> take(JobKind kind, String subject) {
        UUID token = UUID.randomUUID();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(kind.name(), subject, token, seconds(kind.lease())))
                .map(rows -> run(rows, token, kind));
    }

    private static Optional<JobRun> run(RowSet<Row> rows, UUID token, JobKind kind) {
        return rows.stream().findFirst().map(row -> new JobRun(row.getUUID(0), token, kind.lease()));
    }

    /** Extends the lease and writes the progress; false if the run has lost its job. */
    public Uni<Boolean> beat(JobRun run, Progress progress) {
        return pool.preparedQuery(BEAT)
                .execute(Tuple.of(run.job(), run.token(), seconds(run.lease()), progress.done())
                        .addLong(progress.total())
                        .addJsonObject(progress.report()))
                .map(told -> told.rowCount() == 1);
    }

    /** Locks the job for the run until the end of the transaction; false if the run has lost it. */
    public static Uni<Boolean> lock(SqlClient connection, JobRun run) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(run.job(), run.token()))
                .map(locked -> locked.size() == 1);
    }

    /**
     * Ends a job.
     *
     * @param problem why it has failed or was interrupted
     * @return whether the job has ended in this state; false if it was cancelled before, or if the run has lost it
     */
    public Uni<Boolean> end(JobRun run, Progress progress, Job.State state, @Nullable String problem) {
        return end(pool, run, progress, state, problem);
    }

    /** Ends a job in the transaction of a connection. */
    public static Uni<Boolean> end(
            SqlClient connection, JobRun run, Progress progress, Job.State state, @Nullable String problem) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(run.job(), run.token(), progress.done(), progress.total())
                        .addJsonObject(progress.report())
                        .addString(state.stored())
                        .addString(problem))
                .map(rows ->
                        rows.stream().findFirst().map(row -> row.getBoolean(0)).orElse(false));
    }

    /** Gives the job back: another node may continue it at once. */
    public Uni<Void> release(JobRun run) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(run.job(), run.token()))
                .replaceWithVoid();
    }

    /** Cancels a job on any node. Its run is told at its next heartbeat. A job that has ended keeps its state. */
    public Uni<Boolean> cancel(UUID id) {
        return pool.preparedQuery(CANCEL).execute(Tuple.of(id)).map(cancelled -> cancelled.rowCount() == 1);
    }

    /** Ends a job that no node can carry out. */
    public Uni<Boolean> fail(UUID id, String problem) {
        return pool.preparedQuery(FAIL).execute(Tuple.of(id, problem)).map(failed -> failed.rowCount() == 1);
    }

    public Uni<Optional<Job>> find(UUID id) {
        return find(id, null);
    }

    /**
     * One job, if it belongs to an owner.
     *
     * @param owner the actor; null for a job of any owner
     */
    public Uni<Optional<Job>> find(UUID id, @Nullable String owner) {
        return select("where id = $1 and ($2::text is null or owner = $2)", Tuple.of(id, owner))
                .map(found -> found.stream().map(Reported::job).findFirst());
    }

    /** Jobs of a kind that fulfil a condition. The arguments of the condition begin with $2. */
    public Uni<List<Reported>> select(JobKind kind, String condition, @Nullable Object... arguments) {
        Tuple values = Tuple.of(kind.name());
        for (Object argument : arguments) {
            values.addValue(argument);
        }
        return select("where kind = $1 " + condition, values);
    }

    /**
     * Jobs of all kinds, the latest first.
     *
     * @param kinds only these kinds; all if empty
     * @param states only these states; all if empty
     * @param before only jobs before that one
     * @param owner only jobs of that actor; null for jobs of any owner
     */
    Uni<List<Job>> list(
            Set<String> kinds, Set<String> states, Optional<UUID> before, @Nullable String owner, int limit) {
        return select(
                        "where (cardinality($1::text[]) = 0 or kind = any ($1)) and (cardinality($2::text[]) = 0 or "
                                + Job.STATE
                                + " = any ($2)) and ($3::uuid is null or id < $3)"
                                + " and ($5::text is null or owner = $5) order by id desc limit $4",
                        Tuple.of(
                                kinds.toArray(String[]::new),
                                states.toArray(String[]::new),
                                before.orElse(null),
                                limit,
                                owner))
                .map(found -> found.stream().map(Reported::job).toList());
    }

    private Uni<List<Reported>> select(String condition, Tuple values) {
        return pool.preparedQuery("select " + Job.COLUMNS + ", job.report from job " + condition)
                .execute(values)
                .map(rows -> {
                    var found = new ArrayList<Reported>();
                    rows.forEach(row -> found.add(new Reported(Job.of(row), row.getJsonObject("report"))));
                    return found;
                });
    }

    private static double seconds(Duration lease) {
        return lease.toMillis() / 1000.0;
    }
}
