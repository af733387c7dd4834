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

/** The table of rebuilds: what they have beside their {@link Job}. */
final class RebuildTable {

    static final JobKind REBUILD = new JobKind("rebuild", Duration.ofSeconds(10), true, true);
    static final JobKind COPY = new JobKind("copy", Duration.ofSeconds(10), true, true);

    /** Those that are filled, or wait for it. */
    static final String FILLING = "job.state = 'running'";

    /** Copies that can be read. */
    static final String READY = "(job.state = 'done' and r.copy is not null and r.dropped_at is null)";

    private static final String BEGIN = """
            insert into projection_rebuild (job, projection, generation, version, copy, up_to)
            values ($1, $2, nextval('projection_generation'), $3, $4, $5)
            """;

    /** As a generation of another number, whose tables aren't there yet. */
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

    /** So many copies wait to be filled, or are being filled. */
    static final int MOST_FILLING = 4;

    /** So many copies there are, those included: each takes as much of the disk as the tables that are read. */
    static final int MOST_COPIES = 20;

    /** Who begins a copy counts those there are, which nobody must add to meanwhile. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(8247316519862310157)";

    private static final String COPIES = "select count(*) filter (where " + FILLING
            + ") as filling, count(*) as copies, count(*) filter (where r.projection = $1 and r.copy = $2) as same"
            + " from job join projection_rebuild r on r.job = job.id"
            + " where r.copy is not null and (" + FILLING + " or " + READY + ")";

    private final Pool pool;

    RebuildTable(Pool pool) {
        this.pool = pool;
    }

    /** Begins one that is to be read, unless there is one of the projection. */
    Uni<Boolean> begin(UUID id, Projection projection, long target) {
        return pool.withTransaction(connection -> begin(connection, REBUILD, id, projection, null, null, target));
    }

    /**
     * Begins a copy, unless there is one of that name. Fails with {@code too-many-jobs} or {@code too-many-copies}
     * where there is no room for it.
     */
    Uni<Boolean> beginCopy(UUID id, Projection projection, String copy, long upTo) {
        return pool.withTransaction(connection -> connection
                .query(ONE_BY_ONE)
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

    /** What its job is about. */
    static String subject(String projection, @Nullable String copy) {
        return copy == null ? projection : projection + "/" + copy;
    }

    private static void throwIfTooMany(Row row) {
        if (row.getLong("filling") >= MOST_FILLING) {
            throw Problem.of(
                            ProblemType.TOO_MANY_JOBS,
                            MOST_FILLING + " copies wait or are being filled already. Try again in 10 s.")
                    .withHeader("Retry-After", "10")
                    .exception();
        }
        if (row.getLong("copies") >= MOST_COPIES) {
            throw ProblemException.of(
                    ProblemType.TOO_MANY_COPIES, "There are " + MOST_COPIES + " copies already. Drop one first.");
        }
    }

    /** Begins to fill it from nothing; answers with its generation, empty where the job isn't the run's any more. */
    Uni<Optional<Integer>> beginAgain(JobRun run) {
        return pool.withTransaction(connection -> Jobs.lock(connection, run)
                .chain(isMine -> isMine
                        ? connection
                                .preparedQuery(BEGIN_AGAIN)
                                .execute(Tuple.of(run.job()))
                                .map(rows -> Optional.of(rows.iterator().next().getInteger(0)))
                        : Uni.createFrom().item(Optional.empty())));
    }

    /**
     * Its token, which nobody else moves before the end of the transaction; empty where the job isn't the run's any
     * more.
     */
    static Uni<Optional<Long>> locked(SqlConnection connection, JobRun run) {
        return Jobs.lock(connection, run)
                .chain(isMine -> isMine
                        ? connection
                                .preparedQuery(POSITION)
                                .execute(Tuple.of(run.job()))
                                .map(rows -> Optional.of(rows.iterator().next().getLong(0)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Moves its token, which is locked. */
    static Uni<Void> move(SqlConnection connection, JobRun run, long position) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(run.job(), position))
                .replaceWithVoid();
    }

    /** Ends it, whose token is locked, as the tables that are read. */
    static Uni<Boolean> swapped(SqlConnection connection, JobRun run, int replaced, long position) {
        return connection
                .preparedQuery(REPLACE)
                .execute(Tuple.of(run.job(), position, replaced))
                .chain(() -> Jobs.end(connection, run, new Progress(position, position, null), Job.State.DONE, null));
    }

    /** Drops a copy that can be read. */
    Uni<Void> drop(UUID id) {
        return pool.preparedQuery(DROP).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Rows that answer a condition. */
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
