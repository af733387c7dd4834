package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.zoneregistry.projections.CopyWork;
import org.zoneregistry.projections.EmptyTables;
import org.zoneregistry.projections.Projection;

/**
 * A set of a projection's tables in a schema of its own, beside those that are read. Whoever works on it finds it
 * before all others on the search path.
 *
 * <p>Every transaction on it holds a lock on one of its tables, {@code held}, which is there for nothing else: so what
 * is dropped or swapped in waits for those who work on it, and who comes later fails. Without that, a statement would
 * find the tables that are read, which have the same names.
 */
public final class Generation implements EmptyTables {

    /**
     * Nothing here is missed after a crash: what isn't complete is filled anew. Hashing so many rows takes too much
     * memory.
     */
    private static final String SETTINGS = """
            set local synchronous_commit = off;
            set local work_mem = '128MB';
            set local maintenance_work_mem = '256MB';
            set local enable_hashagg = off;
            """;

    private final Pool pool;
    private final DataSource database;
    private final Projection projection;
    private final String schema;
    private final Runnable check;
    private final Set<String> indexes = ConcurrentHashMap.newKeySet();
    private volatile List<TableDefinition> definitions = List.of();

    /**
     * The generation of that number, whether it is there or not.
     *
     * @param database the same as the pool's
     */
    public Generation(Pool pool, DataSource database, Projection projection, int number) {
        this(pool, database, projection, number, () -> {});
    }

    /** @param check is run before each piece of work, and may throw */
    Generation(Pool pool, DataSource database, Projection projection, int number, Runnable check) {
        this.check = check;
        this.pool = pool;
        this.database = database;
        this.projection = projection;
        this.schema = schema(number);
    }

    /** The schema of a generation that isn't the one that is read. */
    public static String schema(int number) {
        return "generation_" + number;
    }

    String schema() {
        return schema;
    }

    /** Creates the tables like those that are read, without their indexes. */
    public Uni<Void> create() {
        return pool.withTransaction(connection -> TableDefinition.of(connection, projection)
                .invoke(read -> definitions = read)
                .chain(read -> execute(connection, create(read))));
    }

    private String create(List<TableDefinition> tables) {
        var sql = new StringBuilder("create schema " + schema + "; create table " + schema + ".held ();");
        tables.forEach(table -> sql.append(table.createIn(schema)));
        return sql.toString();
    }

    @Override
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return checked(() -> pool.withTransaction(
                connection -> execute(connection, SETTINGS + entering()).chain(() -> work.apply(connection))));
    }

    /** The statements that let a transaction work on the tables, or fail if they aren't there. */
    String entering() {
        return entering(schema);
    }

    static String entering(String schema) {
        return holding(List.of(schema)) + ";" + finding(List.of(schema));
    }

    /** The statement that keeps schemas from being dropped, and fails where one has been. */
    static String holding(List<String> schemas) {
        return "lock table "
                + schemas.stream().map(schema -> schema + ".held").collect(Collectors.joining(", "))
                + " in access share mode";
    }

    /** The query that lets a transaction find their tables before all others. */
    static String finding(List<String> schemas) {
        return "select set_config('search_path', '" + String.join(", ", schemas)
                + ", ' || current_setting('search_path'), true)";
    }

    @Override
    public Uni<Void> copy(CopyWork work) {
        return checked(() -> Uni.createFrom()
                .<Void>emitter(emitter -> Thread.startVirtualThread(() -> {
                    try {
                        JdbcCopying.run(database, SETTINGS + entering(), work);
                        emitter.complete(null);
                    } catch (IOException | SQLException | RuntimeException | Error failed) {
                        emitter.fail(failed);
                    }
                }))
                .emitOn(Infrastructure.getDefaultWorkerPool()));
    }

    private <T> Uni<T> checked(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            check.run();
            return work.get();
        });
    }

    @Override
    public Uni<Void> index(String name) {
        return make(List.of(name));
    }

    @Override
    public Uni<Void> indexAll() {
        var missing = new LinkedHashSet<String>(); // table by table: those of the first tables are the largest
        definitions.forEach(table -> missing.addAll(table.indexes().keySet()));
        missing.removeAll(indexes);
        return make(missing);
    }

    private Uni<Void> make(Collection<String> names) {
        return twoAtATime(names, name -> eachAlone(statements(name)).invoke(() -> indexes.add(name)));
    }

    /** That keeps two processors busy, and is kind to those who read. */
    private static <T> Uni<Void> twoAtATime(Collection<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(work::apply)
                .merge(2)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> eachAlone(List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(sql -> write(connection -> execute(connection, sql)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private List<String> statements(String name) {
        return definitions.stream()
                .filter(table -> table.indexes().containsKey(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no index " + name + "."))
                .indexIn(schema, name);
    }

    /** Lets the planner know the tables. */
    public Uni<Void> analyze() {
        return twoAtATime(
                projection.tables(), table -> write(connection -> execute(connection, "analyze " + table.name())));
    }

    /** Drops it, if it is there; fails, to be tried again, while somebody works on it for long. */
    static Uni<Void> drop(Pool pool, int number) {
        return pool.withTransaction(connection -> execute(
                connection,
                "set local lock_timeout = '2s'; set local client_min_messages = warning; drop schema if exists "
                        + schema(number) + " cascade"));
    }

    static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
