package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.zoneregistry.asof.heavy.Ending;
import org.zoneregistry.asof.heavy.ReadTransaction;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.projections.rebuild.Comparison.ComparedTable;
import org.zoneregistry.projections.rebuild.Comparison.RowDifference;
import org.zoneregistry.projections.rebuild.Comparison.Side;

/**
 * Compares a copy, row by row, with the live tables as they were at its prefix. The live tables still have this state:
 * later rows are left out, and versions that ended later count as current. Both are read in one snapshot.
 */
@ApplicationScoped
public class Comparing {

    private static final String LIMITS = "set local statement_timeout = '10min'";
    /** How many different rows of a table are shown. */
    static final int MOST_SHOWN = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Pool pool;
    private final AtomicBoolean isBusy = new AtomicBoolean();

    Comparing(Pool pool) {
        this.pool = pool;
    }

    /**
     * Compares one copy at a time on this node, because all rows are read. Fails with {@code overloaded} while another
     * comparison is running.
     */
    Uni<Comparison> compare(Projection projection, RebuildRow copy) {
        if (!isBusy.compareAndSet(false, true)) {
            return Uni.createFrom()
                    .failure(Problem.of(ProblemType.OVERLOADED, "Another comparison is running. Try again in 5 s.")
                            .withHeader("Retry-After", "5")
                            .exception());
        }
        var transaction = new ReadTransaction(pool, LIMITS);
        return CallerContext.returnTo(Ending.of(
                transaction
                        .begun()
                        .chain(connection -> locked(connection, projection, copy)
                                .chain(() -> served(connection, projection))
                                .invoke(served -> requireAtLeast(copy.position(), served))
                                .chain(served -> tables(connection, projection, copy)
                                        .map(tables -> new Comparison(
                                                projection.name(),
                                                String.valueOf(copy.shown().copy()),
                                                copy.position(),
                                                served,
                                                tables.stream()
                                                        .allMatch(table ->
                                                                table.onlyServed() == 0 && table.onlyCopied() == 0),
                                                tables)))),
                isInterrupted -> transaction.end(isInterrupted).eventually(() -> isBusy.set(false))));
    }

    /** Takes the locks before the snapshot, so that no swap can happen between the two. */
    private static Uni<Void> locked(SqlConnection connection, Projection projection, RebuildRow copy) {
        String tables = projection.tables().stream().map(ProjectionTable::name).collect(Collectors.joining(", "));
        return execute(
                        connection,
                        "lock table " + tables + ", " + Generation.schema(copy.generation())
                                + ".held in access share mode")
                .chain(() -> execute(connection, "set local work_mem = '64MB'"));
    }

    private static Uni<Long> served(SqlConnection connection, Projection projection) {
        return connection
                .preparedQuery("select position from projection where name = $1")
                .execute(Tuple.of(projection.name()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Fails if the live tables have not reached the prefix: the missing rows are no difference. */
    private static void requireAtLeast(long prefix, long served) {
        if (served < prefix) {
            throw Problem.of(
                            ProblemType.PROJECTION_BEHIND,
                            "The copy is of position " + prefix + ", the read model is at " + served
                                    + ". Try again in 1 s.")
                    .withHeader("Retry-After", "1")
                    .exception();
        }
    }

    private static Uni<List<ComparedTable>> tables(SqlConnection connection, Projection projection, RebuildRow copy) {
        return connection
                .preparedQuery(Swap.SCHEMA)
                .execute(Tuple.of(projection.tables().getFirst().name()))
                .map(rows -> rows.iterator().next().getString(0))
                .chain(schema -> Multi.createFrom()
                        .iterable(projection.tables())
                        .onItem()
                        .transformToUniAndConcatenate(table -> table(connection, table, schema, copy))
                        .collect()
                        .asList());
    }

    private static Uni<ComparedTable> table(
            SqlConnection connection, ProjectionTable table, String schema, RebuildRow copy) {
        return connection
                .query(differences(
                        table.contentsAt(schema, copy.position()),
                        table.contentsIn(Generation.schema(copy.generation()))))
                .execute()
                .map(rows -> {
                    var differences = new ArrayList<RowDifference>();
                    Row counts = rows.iterator().next();
                    for (Row row : rows) {
                        if (row.getBoolean("is_served") != null) {
                            differences.add(new RowDifference(
                                    row.getLong("position"),
                                    row.getBoolean("is_served") ? Side.SERVED : Side.COPIED,
                                    json(row.getString("content"))));
                        }
                    }
                    return new ComparedTable(
                            table.name(),
                            counts.getLong("served"),
                            counts.getLong("copied"),
                            counts.getLong("only_served"),
                            counts.getLong("only_copied"),
                            differences);
                });
    }

    private static String differences(String served, String copied) {
        return """
                with served (position, content) as materialized (%s), copied (position, content) as materialized (%s),
                     differing as materialized (
                         select true as is_served, d.* from (select * from served except all select * from copied) d
                         union all
                         select false, d.* from (select * from copied except all select * from served) d)
                select (select count(*) from served) as served, (select count(*) from copied) as copied,
                       (select count(*) from differing where is_served) as only_served,
                       (select count(*) from differing where not is_served) as only_copied,
                       first.is_served, first.position, first.content::text as content
                from (select 1) always
                     left join (select * from differing order by position, is_served desc, \
                content::text limit %d) first on true
                """.formatted(served, copied, MOST_SHOWN);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
