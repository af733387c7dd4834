package org.zoneregistry.bench;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.audit.tree.TreeSettings;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.LogEventStore;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.testing.TestDatabase;

/**
 * Measures the cost of the Merkle tree: appends with and without it, in turns; its speed of catching up with an
 * existing log; the time of a proof in a large one. Arguments: {@code append} seconds rounds at-once, {@code catch-up}
 * events bytes, or {@code proofs} leaves proofs.
 */
public final class TreeBench {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final long EVENTS_PER_STATEMENT = 200_000;

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            vertx.getDelegate(),
            pool.getDelegate(),
            BenchTrade.types(),
            new JsonEventCodec(BenchTrade.types()),
            EngineSettings.DEFAULT);
    private int run;

    private TreeBench() {}

    /** Prints a table. */
    public static void main(String[] arguments) {
        Logging.asInTheApplication();
        int status = 1;
        // initialises itself on first use, and fails if two threads do so at once
        ContextManagerProvider.instance();
        try {
            var bench = new TreeBench();
            long[] numbers =
                    Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray();
            switch (arguments.length == 0 ? "append" : arguments[0]) {
                case "append" -> bench.append(numbers);
                case "catch-up" -> bench.catchUp(numbers[0], numbers[1]);
                case "proofs" -> bench.proofs(numbers[0], Math.toIntExact(numbers[1]));
                default -> throw new IllegalArgumentException("append, catch-up or proofs, not " + arguments[0]);
            }
            status = 0;
        } catch (RuntimeException | SQLException failed) {
            System.getLogger("bench").log(System.Logger.Level.ERROR, "the benchmark failed", failed);
        } finally {
            System.exit(status); // otherwise the event loops would keep the process alive
        }
    }

    private TreeKeeper keeper() {
        var key = new CheckpointSigner(Optional.of(SignerKey.generate("bench.example/log")));
        return new TreeKeeper(
                pool,
                engine.log(),
                new KnownHistory(),
                key,
                new LastCheckpoint(Optional.empty()),
                TreeSettings.DEFAULT);
    }

    private void append(long[] numbers) {
        long seconds = numbers.length > 0 ? numbers[0] : 4;
        long rounds = numbers.length > 1 ? numbers[1] : 5;
        int atOnce = numbers.length > 2 ? Math.toIntExact(numbers[2]) : 32;
        LogBench.establishZones(engine);
        for (int i = 0; i < 3; i++) {
            rate(seconds, atOnce);
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double without = rate(seconds, atOnce);
            double with;
            try (var keeper = keeper()) {
                keeper.start();
                await(keeper.reached(head(), PATIENCE)); // events from the time without the tree are not counted
                with = rate(seconds, atOnce);
                long lag = head() - keeper.state().size();
                ratios.add(with / without);
                System.out.printf(
                        Locale.ROOT,
                        "%d at once: %.0f appends/s without the tree, %.0f with it: %.2f; at the end it was %d events"
                                + " (%.2f s) behind%n",
                        atOnce,
                        without,
                        with,
                        with / without,
                        lag,
                        lag / with);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median of the ratios: %.2f%n",
                ratios.stream().sorted().toList().get(ratios.size() / 2));
    }

    private double rate(long seconds, int atOnce) {
        try (var subject = new AxonCommandBus(tags -> new LogEventStore(engine, tags), LogBench.OURS, ++run)) {
            var number = new AtomicLong();
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000;
            List<CompletableFuture<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                var lane = new CompletableFuture<Void>();
                next(subject, number, end, lane);
                lanes.add(lane);
            }
            lanes.forEach(CompletableFuture::join);
            return number.get() * 1e9 / (System.nanoTime() - start);
        }
    }

    private static void next(Subject subject, AtomicLong number, long end, CompletableFuture<Void> lane) {
        if (System.nanoTime() > end) {
            lane.complete(null);
            return;
        }
        var _ = subject.record(number.getAndIncrement()).whenComplete((result, failure) -> {
            if (failure != null) {
                lane.completeExceptionally(failure);
            } else {
                next(subject, number, end, lane);
            }
        });
    }

    private void catchUp(long events, long bytes) throws SQLException {
        fill(events, bytes);
        for (String state : List.of("without a tree", "after its tiles were lost")) {
            database.execute("truncate audit_tile");
            var cpu = new CpuTime(database);
            double client = CpuTime.client();
            double server = cpu.server();
            long start = System.nanoTime();
            grow(events);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d events of %d bytes in %.1f s, %.0f events/s; processor time of client and server for each"
                            + " %.1f + %.1f microseconds%n",
                    state,
                    events,
                    bytes,
                    seconds,
                    events / seconds,
                    (CpuTime.client() - client) * 1e6 / events,
                    (cpu.server() - server) * 1e6 / events);
        }
    }

    /** Returns when the tree has that size and is complete. A tree that starts again is smaller for a while. */
    private void grow(long size) {
        try (var keeper = keeper()) {
            keeper.start();
            do {
                await(keeper.reached(size, PATIENCE));
            } while (await(new AuditTree(pool, new KnownHistory()).size()) < size);
        }
    }

    private void proofs(long leaves, int proofs) {
        fill(leaves, 40);
        grow(leaves);
        database.execute("analyze audit_tile");
        var tree = new AuditTree(pool, new KnownHistory());
        var random = new SplittableRandom(7);
        for (String round : List.of("warming up", "inclusion", "consistency")) {
            LongFunction<Uni<?>> ask = round.equals("consistency")
                    ? size -> tree.consistency(random.nextLong(1, size + 1), size)
                    : size -> tree.inclusion(random.nextLong(size), size);
            long[] nanos = new long[proofs];
            for (int i = 0; i < proofs; i++) {
                long start = System.nanoTime();
                await(ask.apply(random.nextLong(1, leaves + 1)));
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d leaves: median %.2f ms, 99 %% in %.2f ms, slowest %.2f ms%n",
                    round,
                    leaves,
                    nanos[proofs / 2] / 1e6,
                    nanos[proofs * 99 / 100] / 1e6,
                    nanos[proofs - 1] / 1e6);
        }
    }

    /** Adds events of that size to the log, without the engine. */
    private void fill(long events, long bytes) {
        database.execute("select ensure_event_partitions(1, " + events + ")");
        for (long first = 1; first <= events; first += EVENTS_PER_STATEMENT) {
            long last = Math.min(events, first + EVENTS_PER_STATEMENT - 1);
            database.execute("insert into event (position, recorded_at, id, type, version, bytes)"
                    + " select p, now() + p * interval '1 microsecond', gen_random_uuid(), 'A', 1,"
                    + " convert_to(rpad('event ' || p, " + bytes + ", md5(p::text)), 'UTF8')"
                    + " from generate_series(" + first + ", " + last + ") p");
        }
        database.execute("analyze event");
    }

    private long head() {
        return engine.log().head().toCompletableFuture().join().position();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
