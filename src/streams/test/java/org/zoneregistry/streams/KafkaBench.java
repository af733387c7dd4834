package org.zoneregistry.streams;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.kafka.LogPublisher;
import org.zoneregistry.kafka.PublisherSettings;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.streams.cube.CubeJob;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.testing.TestKafka;
import org.zoneregistry.trade.fold.CellSum;

/**
 * Publishes a log of trade entries to an empty topic, and computes the cube from it: database, broker, publisher and
 * job on one machine. Arguments: events, events in one transaction, instances of the job.
 */
public final class KafkaBench {

    private static final int EVENTS_PER_STATEMENT = 50_000;
    private static final int PARTITIONS = 6;

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = PgBuilder.pool()
            .with(database.poolOptions())
            .connectingTo(database.connectOptions())
            .using(vertx)
            .build();
    private final String topic = TestKafka.topic();
    private final String address = TestKafka.shared().address();

    private KafkaBench() {}

    /** Prints the rates. */
    public static void main(String[] arguments) throws IOException {
        int status = 1;
        try {
            var bench = new KafkaBench();
            int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
            bench.fill(events);
            bench.publish(events, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000);
            bench.compute(events, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1);
            status = 0;
        } catch (RuntimeException failed) {
            System.getLogger("bench").log(System.Logger.Level.ERROR, "the benchmark failed", failed);
        } finally {
            System.exit(status); // otherwise the event loops would keep the process alive
        }
    }

    private void publish(int events, int batch) {
        if (ContextManagerProvider.instance() == null) {
            throw new IllegalStateException("no context propagation");
        }
        var types = EventTypes.NONE;
        var settings = new PublisherSettings(
                topic,
                PARTITIONS,
                1,
                batch,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Map.of("bootstrap.servers", address));
        try (var engine = new PostgresEventStorageEngine(
                        vertx, pool, types, new JsonEventCodec(types), EngineSettings.DEFAULT);
                var publisher = new LogPublisher(
                        new io.vertx.mutiny.sqlclient.Pool(pool), engine.log(), "urn:bench", settings)) {
            long start = System.nanoTime();
            publisher.start();
            until(() -> publisher.state().position() == events);
            say("published", events, start);
        }
    }

    private void compute(int events, int instances) throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "kafka-bench-");
        var cube = new CubeTopic(address, topic + "-cube");
        long start = System.nanoTime();
        for (int i = 0; i < instances; i++) {
            CubeJob.start(
                    cube.name(),
                    topic,
                    cube.name(),
                    Map.of(
                            "bootstrap.servers",
                            address,
                            "state.dir",
                            directory.resolve("" + i).toString(),
                            "client.id",
                            "bench-" + i,
                            "replication.factor",
                            1));
        }
        until(() -> cube.read().values().stream().mapToLong(CellSum::entries).sum() == events);
        say("folded by " + instances, events, start);
        System.out.printf(Locale.ROOT, "%,d cells%n", cube.read().size());
    }

    private static void say(String what, int events, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%s: %,d events in %.1f s, %,.0f events/s%n", what, events, seconds, events / seconds);
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(250);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Puts entries of 167 zones into the log, without the engine. */
    private void fill(int events) {
        database.execute("select ensure_event_partitions(1, " + events + ")");
        for (long first = 1; first <= events; first += EVENTS_PER_STATEMENT) {
            long last = Math.min(events, first + EVENTS_PER_STATEMENT - 1);
            database.execute("""
                    insert into event (position, recorded_at, id, type, version, bytes)
                    select p, at, id, 'TradeRecorded', 1, convert_to(format(
                        '{"data":{"businessForm":"bonded-processing","direction":"%%s","entryId":"NH-2022-%%s",'
                        '"hsChapter":"%%s","partner":"DE","period":"2022-%%s","value":"%%s.17","zone":"zone-%%s"},'
                        '"id":"%%s","metadata":{"actor":"clerk","correlationId":"7f3c-%%s","role":"registrar"},'
                        '"position":%%s,"recordedAt":"%%s","tags":["entry:NH-2022-%%s","zone:zone-%%s"],'
                        '"type":"TradeRecorded","version":1}',
                        case when p %% 2 = 0 then 'import' else 'export' end, p, lpad((1 + p %% 97)::text, 2, '0'),
                        lpad((1 + p %% 12)::text, 2, '0'), 1000 + p, p %% 167, id, p, p,
                        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p, p %% 167), 'UTF8')
                    from (select p, gen_random_uuid() as id,
                                 timestamptz '2026-03-01' + p * interval '1 millisecond' as at
                          from generate_series(%d, %d) p) e
                    """.formatted(first, last));
        }
        database.execute("analyze event");
    }
}
