package org.zoneregistry.bench;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.LogEventStore;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.testing.TestDatabase;

/**
 * Compares appends per second through Axon's command bus with single-row INSERTs by a plain client, unordered and
 * ordered, and with Axon's own JPA engine behind the same bus, on one server in one run. Arguments: seconds per
 * measurement, rounds, and the numbers of concurrent commands.
 */
public final class LogBench {

    static final AxonCommandBus.Shape OURS = new AxonCommandBus.Shape() {
        @Override
        public EventCriteria criteria(BenchTrade trade) {
            return trade.criteria();
        }

        @Override
        public Set<Tag> tags(BenchTrade trade) {
            return trade.tags();
        }

        @Override
        public Object payload(BenchTrade trade) {
            return trade.json();
        }
    };

    private final Vertx vertx = Vertx.vertx();
    private final double seconds;
    private final int rounds;
    private @Nullable CpuTime cpu;
    private int run;

    /**
     * The result of one measurement.
     *
     * @param rate records per second
     * @param clientMicros processor time of this process for each record
     * @param serverMicros processor time of the server for each record
     */
    private record Measured(double rate, double clientMicros, double serverMicros) {}

    private LogBench(double seconds, int rounds) {
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        Logging.asInTheApplication();
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 4;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int[] atOnce = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray()
                : new int[] {1, 8, 32, 64};
        int status = 1;
        try {
            new LogBench(seconds, rounds).measure(atOnce);
            status = 0;
        } catch (RuntimeException failed) {
            System.getLogger("bench").log(System.Logger.Level.ERROR, "the benchmark failed", failed);
        } finally {
            System.exit(status); // otherwise the event loops would keep the process alive
        }
    }

    private void measure(int[] atOnce) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        cpu = new CpuTime(database);
        PlainInserts.createTable(database);
        OrderedInserts.createTable(database);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(20))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        EventTypes types = BenchTrade.types();
        PostgresEventStorageEngine engine =
                new PostgresEventStorageEngine(vertx, pool, types, new JsonEventCodec(types), EngineSettings.DEFAULT);
        establishZones(engine);
        JpaEngine jpa = new JpaEngine(database, Arrays.stream(atOnce).max().orElse(32));
        System.out.println("warming up");
        for (int i = 0; i < 3; i++) {
            once(database, engine, jpa, 32);
            for (int commands : atOnce) {
                once(database, engine, jpa, commands); // single commands use other code paths than many at once
            }
        }
        System.out.println(
                "at once | INSERTs/s | appends/s | ratio (median of rounds) | INSERTs in order | JPA engine's appends/s"
                        + " | ratio | processor time of client and server for each, in microseconds: INSERT, append |"
                        + " all ratios");
        for (int commands : atOnce) {
            List<Measured> plain = new ArrayList<>();
            List<Measured> ours = new ArrayList<>();
            List<Measured> ordered = new ArrayList<>();
            List<Measured> jpas = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            List<Double> jpaRatios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                plain.add(rate(plain(database, commands), commands));
                ours.add(rate(ours(engine), commands));
                ordered.add(rate(ordered(database, commands), commands));
                jpas.add(rate(jpa(jpa, commands), commands));
                ratios.add(ours.getLast().rate() / plain.getLast().rate());
                jpaRatios.add(ours.getLast().rate() / jpas.getLast().rate());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%7d | %9.0f | %9.0f | %5.2f | %9.0f | %9.0f | %5.2f | %4.0f + %4.0f, %4.0f + %4.0f | %s%n",
                    commands,
                    median(plain, Measured::rate),
                    median(ours, Measured::rate),
                    middle(ratios),
                    median(ordered, Measured::rate),
                    median(jpas, Measured::rate),
                    middle(jpaRatios),
                    median(plain, Measured::clientMicros),
                    median(plain, Measured::serverMicros),
                    median(ours, Measured::clientMicros),
                    median(ours, Measured::serverMicros),
                    ratios.stream()
                            .map(r -> String.format(Locale.ROOT, "%.2f", r))
                            .toList());
        }
    }

    private void once(TestDatabase database, PostgresEventStorageEngine engine, JpaEngine jpa, int commands) {
        rate(ours(engine), commands);
        rate(plain(database, commands), commands);
        rate(ordered(database, commands), commands);
        rate(jpa(jpa, commands), commands);
    }

    private static double middle(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private Subject jpa(JpaEngine engine, int threads) {
        return new OnThreads(new AxonCommandBus(engine::store, JpaEngine.SHAPE, ++run), threads);
    }

    private Subject plain(TestDatabase database, int connections) {
        return new PlainInserts(vertx, database, connections, ++run);
    }

    private Subject ordered(TestDatabase database, int connections) {
        return new OrderedInserts(vertx, database, connections, ++run);
    }

    private Subject ours(PostgresEventStorageEngine engine) {
        return new AxonCommandBus(tags -> new LogEventStore(engine, tags), OURS, ++run);
    }

    /** Records per second with a fixed number of concurrent records. */
    private Measured rate(Subject subject, int atOnce) {
        try (subject) {
            AtomicLong number = new AtomicLong();
            AtomicLong done = new AtomicLong();
            warm(subject, number, atOnce);
            CpuTime times = requireNonNull(cpu);
            double client = CpuTime.client();
            double server = times.server();
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<CompletableFuture<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                CompletableFuture<Void> lane = new CompletableFuture<>();
                next(subject, number, done, end, lane);
                lanes.add(lane);
            }
            lanes.forEach(CompletableFuture::join);
            return new Measured(
                    done.get() * 1e9 / (System.nanoTime() - start),
                    (CpuTime.client() - client) * 1e6 / done.get(),
                    (times.server() - server) * 1e6 / done.get());
        }
    }

    /** Opens the connections. */
    private static void warm(Subject subject, AtomicLong number, int atOnce) {
        List<CompletableFuture<?>> some = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            some.add(subject.record(number.getAndIncrement()));
        }
        some.forEach(CompletableFuture::join);
    }

    private static void next(
            Subject subject, AtomicLong number, AtomicLong done, long end, CompletableFuture<Void> lane) {
        if (System.nanoTime() > end) {
            lane.complete(null);
            return;
        }
        var _ = subject.record(number.getAndIncrement()).whenComplete((result, failure) -> {
            if (failure != null) {
                lane.completeExceptionally(failure);
            } else {
                done.incrementAndGet();
                next(subject, number, done, end, lane);
            }
        });
    }

    @SuppressWarnings("unchecked") // a transaction returns its own result type
    static void establishZones(PostgresEventStorageEngine engine) {
        for (int zone = 0; zone < BenchTrade.ZONES; zone++) {
            List<TaggedEventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < BenchTrade.LIFECYCLE_EVENTS; i++) {
                events.add(new GenericTaggedEventMessage<>(
                        BenchTrade.lifecycle(i),
                        Set.of(new Tag("zone", "zone-" + zone), new Tag("fact", zone + "-" + i))));
            }
            engine.appendEvents(AppendCondition.none(), null, events)
                    .thenCompose(transaction -> ((AppendTransaction<Object>) transaction).commit(null))
                    .join();
        }
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> value) {
        return measured.stream().mapToDouble(value).sorted().toArray()[measured.size() / 2];
    }
}
