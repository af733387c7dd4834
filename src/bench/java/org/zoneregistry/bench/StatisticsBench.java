package org.zoneregistry.bench;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.projections.rebuild.Generation;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;
import org.zoneregistry.zone.read.registry.RegistryProjection;

/**
 * Compares figures from the sums, for the latest and for random prefixes, with figures from the entries only, in one
 * run. After a bulk fold, it also measures them over HTTP from the packaged application on the same database; run
 * {@code ./mvnw package} first. Arguments: the number of events of trade, the size of a batch (0 for a bulk fold, from
 * a log in the database), the number of questions for the latest prefix.
 */
public final class StatisticsBench {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PAST_TIMES = 5 * AnswerTimes.PREFIXES;
    private static final int REST = 2_000;

    private static final String TABLES = """
            select t as name, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || t, false, true, \
            '')))[1]::text::bigint
                       as rows,
                   pg_total_relation_size(t::regclass) as bytes, pg_relation_size(t::regclass) as heap
            from unnest(array['trade_entry', 'trade_sum', 'trade_sum_past']) as t
            """;

    /** Without the sums: reads every entry of the years. */
    private static final String PLAIN_YEAR_BY_PROVINCE = """
            select e.year, z.province, sum(e.fen)
            from trade_entry e
                 left join (select * from zone_state where known @> $1::bigint) z
                     on z.zone = e.zone and z.valid @> make_date(e.year, 12, 31)
            where e.position <= $1 and (e.known_to is null or e.known_to > $1)
            group by e.year, z.province
            """;

    private static final String PLAIN_MONTH_BY_ZONE = """
            select month, zone, sum(fen) from trade_entry
            where year = 2021 and position <= $1::bigint and (known_to is null or known_to > $1)
            group by month, zone
            """;

    private static final String PLAIN_SHARE = """
            select sum(fen) from trade_entry
            where year = 2021 and position <= $1::bigint and (known_to is null or known_to > $1)
            """;

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final Cube cube = new Cube(pool, Blocks.OF_THE_PROJECTION);
    private final PublishedFigures figures = new PublishedFigures(pool);
    private final TradeLog log;
    private final int batch;
    private final int latestTimes;

    private StatisticsBench(long events, int batch, int latestTimes) {
        this.log = new TradeLog(events);
        this.batch = batch;
        this.latestTimes = latestTimes;
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws InterruptedException {
        Logging.asInTheApplication();
        int status = 1;
        // initialises itself on first use, and fails if two threads do so at once
        ContextManagerProvider.instance();
        try {
            var bench = new StatisticsBench(
                    arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000,
                    arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0,
                    arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200);
            if (bench.batch == 0) {
                bench.fillInBulk();
            } else {
                bench.fill();
            }
            bench.size();
            bench.measure();
            if (bench.batch == 0) {
                new StatisticsOverHttp(bench.database, bench.pool, bench.log.position())
                        .measure(bench.latestTimes, PAST_TIMES);
            }
            status = 0;
        } catch (RuntimeException | SQLException | IOException failed) {
            System.getLogger("bench").log(System.Logger.Level.ERROR, "the benchmark failed", failed);
        } finally {
            System.exit(status); // otherwise the event loops would keep the process alive
        }
    }

    private void fillInBulk() {
        var filled = new FilledLog(vertx, pool, log);
        int number = 1;
        for (Projection projection : List.of(new RegistryProjection(), new StatisticsProjection())) {
            var generation = new Generation(pool, database.dataSource(), projection, ++number);
            var bulk = projection.bulk().orElseThrow();
            long prefix = bulk.prefix(filled.length());
            long start = System.nanoTime();
            await(generation
                    .create()
                    .chain(() -> bulk.fold(generation, filled.log(), prefix, position -> {}))
                    .chain(generation::indexAll));
            for (long after = prefix; after < filled.length(); after += REST) {
                long from = after;
                await(Uni.createFrom()
                        .completionStage(() -> filled.log().readAfter(from, REST))
                        .chain(rest -> generation.write(connection -> projection.apply(connection, rest))));
            }
            for (ProjectionTable table : projection.tables()) {
                database.execute("drop table %1$s; alter table %2$s.%1$s set schema public"
                        .formatted(table.name(), Generation.schema(number)));
            }
            database.execute("insert into projection (name, generation, version, position) values ('%s', %d, %d, %d)"
                    .formatted(projection.name(), number, projection.version(), filled.length()));
            System.out.printf(
                    Locale.ROOT,
                    "%s in bulk: %.0f events/s%n",
                    projection.name(),
                    filled.length() * 1e9 / (System.nanoTime() - start));
        }
        database.execute("analyze");
    }

    private void fill() throws SQLException {
        apply(log.beginning());
        var cpu = new CpuTime(database);
        double client = CpuTime.client();
        double server = cpu.server();
        long start = System.nanoTime();
        long before = start;
        long last = 0;
        for (var next = log.next(batch); !next.isEmpty(); next = log.next(batch)) {
            apply(next);
            if (log.position() - last >= 500_000) {
                System.out.printf(
                        Locale.ROOT,
                        "at position %d: %.0f events/s%n",
                        log.position(),
                        (log.position() - last) * 1e9 / (System.nanoTime() - before));
                last = log.position();
                before = System.nanoTime();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "applied in batches of %d: %.0f events/s, processor time of client and server for each %.0f + %.0f"
                        + " microseconds%n",
                batch,
                log.position() * 1e9 / (System.nanoTime() - start),
                (CpuTime.client() - client) * 1e6 / log.position(),
                (cpu.server() - server) * 1e6 / log.position());
        database.execute("analyze");
    }

    private void apply(List<StoredEvent> events) {
        var statistics = new StatisticsProjection();
        var registry = new RegistryProjection();
        await(pool.withTransaction(connection -> connection
                .query("set local synchronous_commit = off")
                .execute()
                .chain(() -> statistics.apply(connection, events))
                .chain(() -> registry.apply(connection, events))));
    }

    private long sinceLastBlock() {
        return log.position() - Blocks.OF_THE_PROJECTION.before(Blocks.OF_THE_PROJECTION.whole(log.position()));
    }

    private void size() {
        System.out.printf(
                Locale.ROOT, "%d events, %d of them since the last whole block%n", log.position(), sinceLastBlock());
        for (Row row : await(pool.query(TABLES).execute())) {
            System.out.printf(
                    Locale.ROOT,
                    "%-15s %9d rows, %.2f for an event; %5.0f MB, %.0f bytes for an event%n",
                    row.getString("name"),
                    row.getLong("rows"),
                    (double) row.getLong("rows") / log.position(),
                    row.getLong("bytes") / 1e6,
                    (double) row.getLong("bytes") / log.position());
        }
    }

    private void measure() {
        var year = Period.ofYear(2021);
        Map<String, LongFunction<Uni<?>>> questions = new LinkedHashMap<>();
        questions.put(
                "year by province, 2012 to 2022",
                at -> sums(Period.ofYear(2012), Period.ofYear(2022), at, Map.of(), Dimension.YEAR, Dimension.PROVINCE));
        questions.put("month by zone, 2021", at -> sums(year, year, at, Map.of(), Dimension.MONTH, Dimension.ZONE));
        questions.put("share, 2021", this::share);
        questions.put(
                "year by business form, 2012 to 2022",
                at -> sums(
                        Period.ofYear(2012),
                        Period.ofYear(2022),
                        at,
                        Map.of(),
                        Dimension.YEAR,
                        Dimension.BUSINESS_FORM));
        questions.put("by chapter, 2021", at -> sums(year, year, at, Map.of(), Dimension.HS_CHAPTER));
        questions.put(
                "enterprises of a zone, 2021",
                at -> sums(
                        year,
                        year,
                        at,
                        Map.of(Dimension.ZONE, Set.of(TradeLog.zone(3).value())),
                        Dimension.ENTERPRISE));
        Map<String, LongFunction<Uni<?>>> plain = new LinkedHashMap<>();
        plain.put("year by province, from the entries", at -> sql(PLAIN_YEAR_BY_PROVINCE, at));
        plain.put("month by zone, from the entries", at -> sql(PLAIN_MONTH_BY_ZONE, at));
        plain.put("share, from the entries", at -> sql(PLAIN_SHARE, at));
        var times = new AnswerTimes(log.position());
        AnswerTimes.printHead();
        questions.forEach((name, question) -> times.print(name, question, latestTimes, PAST_TIMES));
        plain.forEach((name, question) -> times.print(name, question, 5, AnswerTimes.PREFIXES));
    }

    private Uni<?> share(long at) {
        return sums(Period.ofYear(2021), Period.ofYear(2021), at, Map.of())
                .chain(() -> figures.find(
                        List.of(new PublishedAggregate.Key(
                                AggregateSubject.FOREIGN_TRADE, PublishedAggregate.COUNTRY, Period.ofYear(2021), null)),
                        at));
    }

    private Uni<?> sums(Period from, Period to, long at, Map<Dimension, Set<String>> filter, Dimension... by) {
        return cube.sums(new CubeQuestion(from, to, Set.of(by), filter, null, at));
    }

    private Uni<?> sql(String sql, long at) {
        return pool.preparedQuery(sql).execute(Tuple.of(at));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
