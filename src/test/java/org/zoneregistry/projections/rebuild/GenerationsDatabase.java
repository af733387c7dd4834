package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.testing.TestDatabase;

/** A database for projections, with live tables and other generations. */
public final class GenerationsDatabase implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final AtomicInteger generations = new AtomicInteger(1_000);

    public GenerationsDatabase() {
        // its first use must not happen in two threads at once
        ContextManagerProvider.instance();
        pool = Pool.pool(vertx, database.connectOptions().setCachePreparedStatements(true), database.poolOptions());
    }

    public Pool pool() {
        return pool;
    }

    TestDatabase database() {
        return database;
    }

    /** The worker of a node; it isn't started yet. */
    RebuildWorker worker(EventLog log, List<Projection> projections) {
        return new RebuildWorker(
                new Jobs(pool), pool, database.dataSource(), log, projections, new UuidV7(InstantSource.system()));
    }

    Rebuilds rebuilds(RebuildWorker worker, EventLog log, List<Projection> projections) {
        return new Rebuilds(worker, new Jobs(pool), log, pool, projections, InstantSource.system());
    }

    /** Empties the live tables. */
    public void empty(Projection projection) {
        database.execute("truncate "
                + String.join(
                        ", ",
                        projection.tables().stream().map(ProjectionTable::name).toList()));
    }

    /** Folds events into the live tables, batch by batch. */
    public void apply(Projection projection, List<StoredEvent> events) {
        if (!events.isEmpty()) {
            await(pool.withTransaction(connection -> projection.apply(connection, events)));
        }
    }

    /**
     * Folds a prefix into new tables: in bulk up to a position, as far as possible, and the other events batch by
     * batch. Returns the contents.
     */
    public List<String> inBulk(Projection projection, EventLog log, long bulkUpTo, List<StoredEvent> events) {
        int number = generations.incrementAndGet();
        var generation = new Generation(pool, database.dataSource(), projection, number);
        var bulk = projection.bulk().orElseThrow();
        long prefix = bulk.prefix(bulkUpTo);
        await(generation
                .create()
                .chain(() ->
                        prefix == 0 ? Uni.createFrom().voidItem() : bulk.fold(generation, log, prefix, position -> {}))
                .chain(generation::indexAll));
        var rest = events.subList((int) prefix, events.size());
        if (!rest.isEmpty()) {
            await(generation.write(connection -> projection.apply(connection, rest)));
        }
        var contents = contents(projection, Generation.schema(number));
        await(Generation.drop(pool, number));
        return contents;
    }

    /** The part of the tables that depends on the log alone. */
    public List<String> contents(Projection projection, String schema) {
        return contents(projection, table -> table.contentsIn(schema));
    }

    /** The same for the live tables as they were at a prefix. */
    public List<String> contentsAt(Projection projection, long prefix) {
        return contents(projection, table -> table.contentsAt("public", prefix));
    }

    private List<String> contents(Projection projection, Function<ProjectionTable, String> query) {
        var contents = new ArrayList<String>();
        for (ProjectionTable table : projection.tables()) {
            await(pool.query(query.apply(table)).execute())
                    .forEach(row -> contents.add(table.name() + " " + row.getLong(0) + " "
                            + sorted(row.getJsonObject(1)).encode()));
        }
        contents.sort(null);
        return contents;
    }

    private static JsonObject sorted(JsonObject row) {
        var sorted = new JsonObject();
        row.fieldNames().stream().sorted().forEach(name -> sorted.put(name, row.getValue(name)));
        return sorted;
    }

    /** A number from the database. */
    long number(String sql, Object... arguments) {
        return await(pool.preparedQuery(sql).execute(Tuple.from(List.of(arguments))))
                .iterator()
                .next()
                .getLong(0);
    }

    public <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        await(pool.close());
        await(vertx.close());
        database.close();
    }

    /** Ends all other connections. */
    void cutOff() {
        database.endSessions();
    }
}
