package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.projections.Projection;

/**
 * The table of rebuilds. What is said about a rebuild that isn't filling any more, or fills another generation by now,
 * is not heard.
 */
final class RebuildTable {

    private static final String BEGIN = """
            insert into projection_rebuild (id, projection, generation, version, copy, up_to, target, state, phase)
            values ($1, $2, nextval('projection_generation'), $3, $4, $5, $6, 'filling', 'folding')
            on conflict do nothing
            """;

    /** As a generation of another number, whose tables aren't there yet. */
    private static final String BEGIN_AGAIN = """
            update projection_rebuild
            set generation = nextval('projection_generation'), phase = 'folding', position = 0, folded = 0,
                began_at = clock_timestamp(), began_from = 0, seen_at = clock_timestamp()
            where id = $1 and state = 'filling'
            returning generation
            """;

    private static final String GO_ON = """
            update projection_rebuild
            set began_at = clock_timestamp(), began_from = position, seen_at = clock_timestamp()
            where id = $1 and state = 'filling'
            returning generation
            """;

    private static final String ALIVE = """
            update projection_rebuild
            set folded = greatest(folded, $3), target = greatest(target, $4), seen_at = clock_timestamp()
            where id = $1 and generation = $2 and state = 'filling'
            """;

    private static final String MOVE = """
            update projection_rebuild
            set position = $3, folded = greatest(folded, $3), phase = 'catching-up', seen_at = clock_timestamp()
            where id = $1 and generation = $2 and state = 'filling'
            """;

    private static final String END = """
            update projection_rebuild
            set state = $2, problem = $3, ended_at = clock_timestamp(), seen_at = clock_timestamp()
            where id = $1 and state = $4
            """;

    /** So many copies wait to be filled, or are being filled. */
    static final int MOST_FILLING = 4;

    /** So many copies there are, those included: each takes as much of the disk as the tables that are read. */
    static final int MOST_COPIES = 20;

    /** Who begins a copy counts those there are, which nobody must add to meanwhile. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(8247316519862310157)";

    private static final String COPIES = """
            select count(*) filter (where state = 'filling') as filling, count(*) as copies
            from projection_rebuild
            where copy is not null and state in ('filling', 'ready')
            """;

    private final Pool pool;

    RebuildTable(Pool pool) {
        this.pool = pool;
    }

    /** Begins one that is to be read, unless there is one of the projection. */
    Uni<Boolean> begin(UUID id, Projection projection, long target) {
        return begin(pool, id, projection, null, null, target);
    }

    /**
     * Begins a copy, unless there is one of that name. Fails with {@code too-many-jobs} or {@code too-many-copies}
     * where there is no room for it.
     */
    Uni<Boolean> beginCopy(UUID id, Projection projection, String copy, long upTo) {
        return pool.withTransaction(connection -> connection
                .query(ONE_BY_ONE)
                .execute()
                .chain(() -> begin(connection, id, projection, copy, upTo, upTo))
                .call(begun -> connection.query(COPIES).execute().invoke(RebuildTable::throwIfTooMany)));
    }

    private static Uni<Boolean> begin(
            SqlClient client, UUID id, Projection projection, @Nullable String copy, @Nullable Long upTo, long target) {
        return client.preparedQuery(BEGIN)
                .execute(Tuple.of(id, projection.name(), projection.version(), copy, upTo, target))
                .map(begun -> begun.rowCount() == 1);
    }

    private static void throwIfTooMany(RowSet<Row> counts) {
        Row row = counts.iterator().next();
        if (row.getLong("filling") > MOST_FILLING) {
            throw Problem.of(
                            ProblemType.TOO_MANY_JOBS,
                            MOST_FILLING + " copies wait or are being filled already. Try again in 10 s.")
                    .withHeader("Retry-After", "10")
                    .exception();
        }
        if (row.getLong("copies") > MOST_COPIES) {
            throw ProblemException.of(
                    ProblemType.TOO_MANY_COPIES, "There are " + MOST_COPIES + " copies already. Drop one first.");
        }
    }

    /** Begins to fill it from nothing; answers with its generation, empty where it isn't to be filled any more. */
    Uni<Optional<Integer>> beginAgain(UUID id) {
        return pool.preparedQuery(BEGIN_AGAIN).execute(Tuple.of(id)).map(RebuildTable::generation);
    }

    /** Goes on with what is there. */
    Uni<Optional<Integer>> goOn(UUID id) {
        return pool.preparedQuery(GO_ON).execute(Tuple.of(id)).map(RebuildTable::generation);
    }

    /** Sends a heartbeat; false where it isn't to be filled any more. */
    Uni<Boolean> alive(UUID id, int generation, long folded, long target) {
        return pool.preparedQuery(ALIVE)
                .execute(Tuple.of(id, generation, folded, target))
                .map(told -> told.rowCount() == 1);
    }

    /** Moves its token, in whoever's transaction; false where it isn't to be filled any more. */
    static Uni<Boolean> move(SqlClient connection, UUID id, int generation, long position) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(id, generation, position))
                .map(moved -> moved.rowCount() == 1);
    }

    /** Ends what is in one state in another. */
    Uni<Boolean> end(UUID id, String from, String to, @Nullable String problem) {
        return end(pool, id, from, to, problem);
    }

    static Uni<Boolean> end(SqlClient connection, UUID id, String from, String to, @Nullable String problem) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(id, to, problem, from))
                .map(ended -> ended.rowCount() == 1);
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

    private static Optional<Integer> generation(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row.getInteger(0));
        }
        return Optional.empty();
    }
}
