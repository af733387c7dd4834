package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.projections.Projection;

/** Stores the members of rebuilds that are not in their {@link Job}. */
final class RebuildTable {

    static final JobKind REBUILD = new JobKind("rebuild", Duration.ofSeconds(10), true, true);
    static final JobKind COPY = new JobKind("copy", Duration.ofSeconds(10), true, true);

    /** Rebuilds that are being filled or wait to be. */
    static final String FILLING = "job.state = 'running'";

    /** Copies that are ready. */
    static final String READY = "(job.state = 'done' and r.copy is not null and r.dropped_at is null)";

    private static final String BEGIN = """
            insert into projection_rebuild (job, projection, generation, version, copy, up_to)
            values ($1, $2, nextval('projection_generation'), $3, $4, $5)
            """;

    /** Gives it a new generation number, whose tables don't exist yet. */
    private static final String BEGIN_AGAIN = """
            update projection_rebuild set generation = nextval('projection_generation'), position = 0
            where job = $1
            returning generation
            """;

    private static final String POSITION = "select position from projection_rebuild where job = $1";
    private static final String MOVE = "update projection_rebuild set position = $2 where job = $1";
    private static final String REPLACE = "update projection_rebuild set position = $2, replaced = $3 where job = $1";
    private static final String DROP = "update projection_rebuild r set dropped_at = clock_timestamp()"
            + " from job where job.id = r.job and job.id = $1 and "
            + READY;

    /** How many copies may wait to be filled, or be filled. */
    static final int MOST_FILLING = 4;

    /** How many copies may exist, with those being filled. Each takes as much disk space as the live tables. */
    static final int MOST_COPIES = 20;

    /** One transaction at a time counts the copies and adds one. */
    private static final String LOCK_COPIES = "select pg_advisory_xact_lock(8247316519862310157)";

    private static final String COPIES = "select count(*) filter (where " + FILLING
            + ") as filling, count(*) as copies, count(*) filter (where r.projection = $1 and r.copy = $2) as same"
            + " from job join projection_rebuild r on r.job = job.id"
            + " where r.copy is not null and (" + FILLING + " or " + READY + ")";

    private final Pool pool;

    RebuildTable(Pool pool) {
        this.pool = pool;
    }

    /** Begins a rebuild of the live tables, unless one of the projection is running. */
    Uni<Boolean> begin(UUID id, Projection projection, long target) {
        return pool.withTransaction(connection -> begin(connection, REBUILD, id, projection, null, null, target));
    }

    /**
     * Begins a copy, unless there is one of that name. Fails with {@code too-many-jobs} or {@code too-many-copies} if
     * there are too many.
     */
    Uni<Boolean> beginCopy(UUID id, Projection projection, String copy, long upTo) {
        return pool.withTransaction(connection -> connection
                .query(LOCK_COPIES)
                .execute()
                .chain(() -> connection.preparedQuery(COPIES).execute(Tuple.of(projection.name(), copy)))
                .chain(counts -> {
                    Row row = counts.iterator().next();
                    if (row.getLong("same") > 0) {
                        return Uni.createFrom().item(false);
                    }
                    throwIfTooMany(row);
                    return begin(connection, COPY, id, projection, copy, upTo, upTo);
                }));
    }

    private static Uni<Boolean> begin(
            SqlConnection connection,
            JobKind kind,
            UUID id,
            Projection projection,
            @Nullable String copy,
            @Nullable Long upTo,
            long target) {
        String name = projection.name();
        var asked = new Asked(id, kind, subject(name, copy), Rebuild.path(name, id), target, new JsonObject());
        return Jobs.enqueue(connection, asked)
                .call(begun -> begun
                        ? connection.preparedQuery(BEGIN).execute(Tuple.of(id, name, projection.version(), copy, upTo))
                        : Uni.createFrom().voidItem());
    }

    /** The subject of its job. */
    static String subject(String projection, @Nullable String copy) {
        return copy == null ? projection : projection + "/" + copy;
    }

    private static void throwIfTooMany(Row row) {
        if (row.getLong("filling") >= MOST_FILLING) {
            throw Problem.of(
                            ProblemType.TOO_MANY_JOBS,
                            MOST_FILLING + " copies are being filled or wait for it. Try again in 10 s.")
                    .withHeader("Retry-After", "10")
                    .exception();
        }
        if (row.getLong("copies") >= MOST_COPIES) {
            throw ProblemException.of(
                    ProblemType.TOO_MANY_COPIES, "There are " + MOST_COPIES + " copies already. Drop one first.");
        }
    }

    /** Begins to fill it from the beginning. Returns its generation; empty if the run has lost the job. */
    static Uni<Optional<Integer>> beginAgain(SqlConnection connection, JobRun run) {
        return Jobs.lock(connection, run)
                .chain(isMine -> isMine
                        ? connection
                                .preparedQuery(BEGIN_AGAIN)
                                .execute(Tuple.of(run.job()))
                                .map(rows -> Optional.of(rows.iterator().next().getInteger(0)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Locks its token until the end of the transaction. Returns its position; empty if the run has lost the job. */
    static Uni<Optional<Long>> locked(SqlConnection connection, JobRun run) {
        return Jobs.lock(connection, run)
                .chain(isMine -> isMine
                        ? connection
                                .preparedQuery(POSITION)
                                .execute(Tuple.of(run.job()))
                                .map(rows -> Optional.of(rows.iterator().next().getLong(0)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Moves the locked token. */
    static Uni<Void> move(SqlConnection connection, JobRun run, long position) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(run.job(), position))
                .replaceWithVoid();
    }

    /** Ends a rebuild whose token is locked: its tables are live now. */
    static Uni<Boolean> swapped(SqlConnection connection, JobRun run, int replaced, long position) {
        return connection
                .preparedQuery(REPLACE)
                .execute(Tuple.of(run.job(), position, replaced))
                .chain(() -> Jobs.end(connection, run, new Progress(position, position, null), Job.State.DONE, null));
    }

    /** Drops a copy that is ready. */
    Uni<Void> drop(UUID id) {
        return pool.preparedQuery(DROP).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Rows that fulfil a condition. */
    Uni<List<RebuildRow>> select(String condition, Object... arguments) {
        return pool.preparedQuery(RebuildRow.SELECT + condition)
                .execute(Tuple.from(List.of(arguments)))
                .map(rows -> {
                    var found = new ArrayList<RebuildRow>();
                    for (Row row : rows) {
                        found.add(RebuildRow.of(row));
                    }
                    return found;
                });
    }
}
