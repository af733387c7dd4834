package org.zoneregistry.projections.rebuild;

import static org.zoneregistry.projections.rebuild.Generation.execute;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/**
 * Replaces the live generation by another one, in one transaction. First it locks the token, so that no node applies
 * events to either, and the new generation folds the missing events. Then it locks the live tables, exchanges the
 * schemas of both sets, and sets the token for the new generation.
 *
 * <p>A reader holds a lock on each table of a statement until the statement, or the transaction, has ended. So no
 * statement sees tables of both generations. A statement that waits finds the new tables under the old names. That
 * includes prepared statements: the server analyses them again when one of their tables has changed. The wait for the
 * table locks is short: together they end before PostgreSQL looks for deadlocks ({@code deadlock_timeout}, 1 s). So in
 * a deadlock with readers, the swap fails and is retried.
 */
final class Swap {

    /** How many events may be folded while the token is locked. */
    private static final int MOST_TO_FOLD = 500;

    private static final String LOCK_TOKEN = "select position, generation from projection where name = $1 for update";

    /** The schema of a live table, by its name. */
    static final String SCHEMA =
            "select relnamespace::regnamespace::text from pg_class where oid = to_regclass(quote_ident($1))";

    private static final String SERVE = """
            update projection
            set generation = $2, version = $3, position = $4, applied_at = clock_timestamp()
            where name = $1
            """;

    private final Pool pool;
    private final EventLog log;
    private final Projection projection;
    private final JobRun run;
    private final int number;

    Swap(Pool pool, EventLog log, Projection projection, JobRun run, int number) {
        this.pool = pool;
        this.log = log;
        this.projection = projection;
        this.run = run;
        this.number = number;
    }

    /** The result of an attempt. */
    enum Outcome {
        DONE,
        /** Too many events are missing, or a lock was not free. */
        NOT_YET,
        /** The rebuild is no longer wanted. */
        GONE
    }

    Uni<Outcome> attempt() {
        return pool.withTransaction(connection -> execute(
                                connection, "set local lock_timeout = '5s'; set local work_mem = '64MB'")
                        .chain(() -> connection.preparedQuery(LOCK_TOKEN).execute(Tuple.of(projection.name())))
                        .chain(token -> token.size() == 0
                                ? Uni.createFrom().item(Outcome.NOT_YET)
                                : swap(connection, first(token))))
                .onFailure(Swap::isLocked)
                .recoverWithItem(Outcome.NOT_YET);
    }

    private Uni<Outcome> swap(SqlConnection connection, Row token) {
        return RebuildTable.locked(connection, run).chain(mine -> {
            if (mine.isEmpty()) {
                return Uni.createFrom().item(Outcome.GONE);
            }
            long reached = mine.get();
            long served = token.getLong(0);
            if (served > reached + MOST_TO_FOLD) {
                return Uni.createFrom().item(Outcome.NOT_YET);
            }
            return catchUp(connection, reached, served)
                    .chain(position -> exchange(connection, token.getInteger(1), position))
                    .replaceWith(Outcome.DONE);
        });
    }

    private Uni<Long> catchUp(SqlConnection connection, long reached, long served) {
        if (served <= reached) {
            return Uni.createFrom().item(reached);
        }
        return Uni.createFrom()
                .completionStage(
                        () -> log.readAfter(connection.getDelegate(), reached, Math.toIntExact(served - reached)))
                .chain(batch -> execute(connection, Generation.entering(Generation.schema(number)))
                        .chain(() -> projection.apply(connection, batch))
                        .replaceWith(batch.getLast().position()))
                .call(() -> execute(connection, "set local search_path to default"));
    }

    private Uni<Void> exchange(SqlConnection connection, int served, long position) {
        List<String> tables =
                projection.tables().stream().map(ProjectionTable::name).toList();
        return connection
                .preparedQuery(SCHEMA)
                .execute(Tuple.of(tables.getFirst()))
                .map(found -> first(found).getString(0))
                .chain(schema -> execute(connection, exchange(schema, served, tables)))
                .chain(() -> connection
                        .preparedQuery(SERVE)
                        .execute(Tuple.of(projection.name(), number, projection.version(), position)))
                .chain(() -> RebuildTable.swapped(connection, run, served, position))
                .replaceWithVoid();
    }

    private String exchange(String schema, int served, List<String> tables) {
        String mine = Generation.schema(number);
        String old = Generation.schema(served);
        var sql = new StringBuilder(
                        "set local lock_timeout = '100ms'; set local client_min_messages = warning; lock table ")
                .append(tables.stream().map(table -> schema + "." + table).collect(Collectors.joining(", ")))
                .append(" in access exclusive mode; create schema ")
                .append(old)
                .append(';');
        tables.forEach(table -> sql.append("alter table %s.%s set schema %s;".formatted(schema, table, old)));
        tables.forEach(table -> sql.append("alter table %s.%s set schema %s;".formatted(mine, table, schema)));
        return sql.append("drop schema ").append(mine).append(" cascade").toString();
    }

    private static boolean isLocked(Throwable failure) {
        return failure instanceof PgException refused && "55P03".equals(refused.getSqlState());
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }
}
