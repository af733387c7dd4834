package org.zoneregistry.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.rebuild.Generation;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;
import org.zoneregistry.zone.read.registry.RegistryProjection;

/**
 * Compares a new generation of both projections from a log of trade with reading the same events through the same
 * client without folding. Arguments: the number of events of trade, the number of rounds.
 */
public final class RebuildBench {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int PIECE = 4_096;

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final DataSource copying;
    private final FilledLog filled;
    private int generations = 1;

    private RebuildBench(long events) throws SQLException {
        copying = connections();
        long start = System.nanoTime();
        filled = new FilledLog(vertx, pool, new TradeLog(events));
        System.out.printf(Locale.ROOT, "a log of %d events in %.0f s%n", filled.length(), seconds(start));
    }

    /** Prints a table. */
    public static void main(String[] arguments) {
        Logging.asInTheApplication();
        int status = 1;
        // initialises itself on first use, and fails if two threads do so at once
        ContextManagerProvider.instance();
        try {
            var bench = new RebuildBench(arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000);
            int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
            for (int round = 0; round < rounds; round++) {
                bench.round();
            }
            status = 0;
        } catch (RuntimeException | SQLException failed) {
            System.getLogger("bench").log(System.Logger.Level.ERROR, "the benchmark failed", failed);
        } finally {
            System.exit(status); // otherwise the event loops would keep the process alive
        }
    }

    /** Kept open, as in the application; the server's processor time can then be measured. */
    private DataSource connections() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(8)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
    }

    private void round() throws SQLException {
        long start = System.nanoTime();
        var read = new AtomicLong();
        await(Multi.createFrom()
                .range(0, (int) ((filled.length() + PIECE - 1) / PIECE))
                .onItem()
                .transformToUni(piece -> Uni.createFrom()
                        .completionStage(() -> filled.log()
                                .readInBulk(
                                        (long) piece * PIECE,
                                        Long.MAX_VALUE,
                                        List.of(),
                                        PIECE,
                                        Infrastructure.getDefaultWorkerPool()))
                        .invoke(events -> read.addAndGet(events.size())))
                .merge(3)
                .collect()
                .last());
        double reading = read.get() / seconds(start);

        var cpu = new CpuTime(database);
        double client = CpuTime.client();
        double server = cpu.server();
        start = System.nanoTime();
        await(Uni.join()
                .all(rebuild(new RegistryProjection()), rebuild(new StatisticsProjection()))
                .andFailFast());
        double rebuilt = filled.length() / seconds(start);
        System.out.printf(
                Locale.ROOT,
                "read alone %.0f events/s; both projections %.0f events/s, %.2f of that; processor time of client and"
                        + " server for each %.0f + %.0f microseconds%n",
                reading,
                rebuilt,
                rebuilt / reading,
                (CpuTime.client() - client) * 1e6 / filled.length(),
                (cpu.server() - server) * 1e6 / filled.length());
        database.execute("drop schema generation_" + generations + " cascade; drop schema generation_"
                + (generations - 1) + " cascade");
    }

    private Uni<Void> rebuild(Projection projection) {
        var generation = new Generation(pool, copying, projection, ++generations);
        var bulk = projection.bulk().orElseThrow();
        long prefix = bulk.prefix(filled.length());
        long start = System.nanoTime();
        return generation
                .create()
                .chain(() -> bulk.fold(generation, filled.log(), prefix, position -> {
                    if (position == prefix) {
                        say(projection, "read", start);
                    }
                }))
                .invoke(() -> say(projection, "folded", start))
                .chain(generation::indexAll)
                .invoke(() -> say(projection, "indexed", start))
                .chain(generation::analyze)
                .invoke(() -> say(projection, "analyzed", start));
    }

    private static void say(Projection projection, String what, long start) {
        System.out.printf(Locale.ROOT, "  %-10s %-8s after %.1f s%n", projection.name(), what, seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
