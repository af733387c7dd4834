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
 * A set of a projection's tables in its own schema, beside the live tables. Transactions on it put this schema first on
 * the search path.
 *
 * <p>Every such transaction locks one of its tables, {@code held}, which exists only for this. So a drop or a swap
 * waits for running transactions, and later transactions fail. Without the lock, a statement would find the live
 * tables, which have the same names.
 */
public final class Generation implements EmptyTables {

    /**
     * Durability is not needed: a generation that is incomplete after a crash is filled again. Hash joins of so many
     * rows need too much memory.
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
     * The generation of a number; it need not exist.
     *
     * @param database the same database as the pool's
     */
    public Generation(Pool pool, DataSource database, Projection projection, int number) {
        this(pool, database, projection, number, () -> {});
    }

    /** @param check runs before each piece of work, and may throw */
    Generation(Pool pool, DataSource database, Projection projection, int number, Runnable check) {
        this.check = check;
        this.pool = pool;
        this.database = database;
        this.projection = projection;
        this.schema = schema(number);
    }

    /** The schema of a generation that isn't live. */
    public static String schema(int number) {
        return "generation_" + number;
    }

    /** Creates the tables like the live ones, without indexes. */
    public Uni<Void> create() {
        return pool.withTransaction(this::create);
    }

    /** Creates them in a transaction. */
    Uni<Void> create(SqlConnection connection) {
        return TableDefinition.of(connection, projection)
                .invoke(read -> definitions = read)
                .chain(read -> execute(connection, create(read)));
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

    /** The statements by which a transaction begins to work on the tables; they fail if the tables don't exist. */
    String entering() {
        return entering(schema);
    }

    static String entering(String schema) {
        return holding(List.of(schema)) + ";" + finding(List.of(schema));
    }

    /** The statement that keeps schemas from being dropped; it fails if one has been dropped. */
    static String holding(List<String> schemas) {
        return "lock table "
                + schemas.stream().map(schema -> schema + ".held").collect(Collectors.joining(", "))
                + " in access share mode";
    }

    /** The query that puts schemas first on the search path. */
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
        var missing = new LinkedHashSet<String>(); // in the order of the tables: the first ones are the largest
        definitions.forEach(table -> missing.addAll(table.indexes().keySet()));
        missing.removeAll(indexes);
        return make(missing);
    }

    private Uni<Void> make(Collection<String> names) {
        return twoAtATime(names, name -> eachAlone(statements(name)).invoke(() -> indexes.add(name)));
    }

    /** Two at a time use two processors, and leave the others to readers. */
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

    /** Collects statistics for the planner. */
    public Uni<Void> analyze() {
        return twoAtATime(
                projection.tables(), table -> write(connection -> execute(connection, "analyze " + table.name())));
    }

    /** Drops a generation, if it exists. Fails if a transaction holds it for long; retry later. */
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
