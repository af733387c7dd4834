package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.ROW_MISSING;
import static org.zoneregistry.audit.verification.Finding.Kind.ROW_UNEXPECTED;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.projection.Projection;
import org.zoneregistry.platform.projection.ProjectionTable;

/**
 * Folds the log anew into temporary tables, which hide the projection's own on one connection, and compares the two at the
 * same position. The projection goes on meanwhile; the last part is folded and compared in one snapshot.
 */
final class ProjectionCheck {

    private static final int BATCH = 2_000;

    /** Temporary tables have no statistics unless asked. */
    private static final long ANALYZE_EVERY = 50_000;

    private static final String POSITION = "select position from projection where name = $1";

    private final Pool pool;
    private final EventLog log;
    private final Projection projection;
    private final Findings findings;
    private final LongConsumer folded;

    /** @param folded is told how far the fold has come */
    ProjectionCheck(Pool pool, EventLog log, Projection projection, Findings findings, LongConsumer folded) {
        this.pool = pool;
        this.log = log;
        this.projection = projection;
        this.findings = findings;
        this.folded = folded;
    }

    /** Does it. Answers with the position that the tables were compared at. */
    Uni<Long> run() {
        return pool.getConnection()
                .chain(connection -> hide(connection)
                        .chain(() -> position(connection))
                        .chain(token -> fold(connection, 0, token, batch -> inTransaction(connection, "begin", batch)))
                        .chain(reached -> compareInOneSnapshot(connection, reached))
                        .onTermination()
                        .call(() -> uncover(connection)
                                .onFailure()
                                .recoverWithUni(() -> end(connection))
                                .eventually(connection::close)));
    }

    private Uni<Void> hide(SqlConnection connection) {
        return each(
                projection.tables(),
                table -> connection
                        .query("create temporary table " + table.name() + " (like " + table.name() + " including all)")
                        .execute()
                        .replaceWithVoid());
    }

    private Uni<Void> uncover(SqlConnection connection) {
        return each(
                projection.tables(),
                table -> connection
                        .query("drop table if exists pg_temp." + table.name())
                        .execute()
                        .replaceWithVoid());
    }

    /** Whoever got this connection next would read what is left on it instead of the projection. */
    private static Uni<Void> end(SqlConnection connection) {
        return execute(connection, "select pg_terminate_backend(pg_backend_pid())")
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Long> position(SqlConnection connection) {
        return connection
                .preparedQuery(POSITION)
                .execute(Tuple.of(projection.name()))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    /**
     * Folds what lies after one position, up to another, batch by batch.
     *
     * @param step what each batch is done in: a projection applies in a transaction
     */
    private Uni<Long> fold(
            SqlConnection connection, long after, long upTo, Function<Supplier<Uni<Long>>, Uni<Long>> step) {
        var reached = new AtomicLong(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> reached.get() >= upTo
                        ? Uni.createFrom().item(false)
                        : step.apply(() -> next(connection, reached.get(), upTo))
                                .invoke(reached::set)
                                .replaceWith(true))
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .map(done -> reached.get());
    }

    private Uni<Long> next(SqlConnection connection, long after, long upTo) {
        int limit = (int) Math.min(BATCH, upTo - after);
        return Uni.createFrom()
                .completionStage(() -> log.readAfter(after, limit))
                .chain(batch -> {
                    if (batch.isEmpty() || batch.getFirst().position() != after + 1) {
                        throw new IllegalStateException("The log has no event at position " + (after + 1) + ".");
                    }
                    long last = batch.getLast().position();
                    return projection
                            .apply(connection, batch)
                            .chain(() -> last / ANALYZE_EVERY > after / ANALYZE_EVERY
                                    ? analyze(connection)
                                    : Uni.createFrom().voidItem())
                            .invoke(() -> folded.accept(last))
                            .replaceWith(last);
                });
    }

    private Uni<Void> analyze(SqlConnection connection) {
        return each(
                projection.tables(),
                table -> connection.query("analyze " + table.name()).execute().replaceWithVoid());
    }

    private Uni<Long> compareInOneSnapshot(SqlConnection connection, long reached) {
        return connection
                .query("select current_schema()")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .chain(schema -> inTransaction(
                        connection,
                        "begin isolation level repeatable read",
                        () -> keepInPlace(connection, schema)
                                .chain(() -> position(connection))
                                .chain(token -> fold(connection, reached, token, Supplier::get))
                                .chain(at -> each(projection.tables(), table -> compare(connection, table, schema))
                                        .replaceWith(at))));
    }

    private static Uni<Long> inTransaction(SqlConnection connection, String begin, Supplier<Uni<Long>> work) {
        return execute(connection, begin)
                .chain(() -> work.get())
                .onItemOrFailure()
                .call((done, failure) -> execute(connection, failure == null ? "commit" : "rollback"));
    }

    /** Before the snapshot is taken: tables that were swapped in after it would look empty in it. */
    private Uni<Void> keepInPlace(SqlConnection connection, String schema) {
        String tables = projection.tables().stream()
                .map(table -> schema + "." + table.name())
                .collect(Collectors.joining(", "));
        return execute(connection, "lock table " + tables + " in access share mode");
    }

    private Uni<Void> compare(SqlConnection connection, ProjectionTable table, String schema) {
        return connection
                .query(differences(table.contentsIn("pg_temp"), table.contentsIn(schema)))
                .execute()
                .invoke(rows -> rows.forEach(row -> found(table, row)))
                .replaceWithVoid();
    }

    private static String differences(String folded, String kept) {
        return """
                with folded (position, content) as materialized (%s), kept (position, content) as materialized (%s)
                select true, position, content::text
                from ((select * from folded) except all (select * from kept)) missing
                union all
                select false, position, content::text
                from ((select * from kept) except all (select * from folded)) unexpected
                order by 2
                limit %d
                """.formatted(folded, kept, 2 * Findings.KEPT);
    }

    private void found(ProjectionTable table, Row row) {
        boolean isMissing = row.getBoolean(0);
        findings.add(new Finding(
                isMissing ? ROW_MISSING : ROW_UNEXPECTED,
                row.getLong(1),
                table.name(),
                (isMissing
                                ? "The log amounts to this row, which is not there: "
                                : "The log does not amount to this row: ")
                        + row.getString(2)));
    }

    private static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }

    private static Uni<Void> each(List<ProjectionTable> tables, Function<ProjectionTable, Uni<? extends Void>> action) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(action)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
