package org.zoneregistry.audit.verification;

import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.audit.tree.TreeSettings;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.registry.RegistryProjection;

/** A database with a log of zones and trade, its tree, checkpoints over parts of it, and both projections. */
final class StoredRegistry implements AutoCloseable {

    /** How many events there are. */
    static final int SIZE = 700;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<ZoneCode> ZONES = List.of(new ZoneCode("a"), new ZoneCode("b"));
    private static final List<Projection> PROJECTIONS =
            List.of(new RegistryProjection(), new StatisticsProjection(new Blocks(50, 2)));

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final PostgresEventStorageEngine engine;

    StoredRegistry() {
        ContextManagerProvider.instance(); // it initialises itself on first use, and fails if two threads are the first
        EventTypes none = EventTypes.NONE;
        engine = new PostgresEventStorageEngine(
                vertx.getDelegate(), pool.getDelegate(), none, new JsonEventCodec(none), EngineSettings.DEFAULT);
        List<StoredEvent> events = log().events();
        var keeper = new TreeKeeper(
                pool,
                engine.log(),
                new KnownHistory(),
                new CheckpointSigner(Optional.of(SignerKey.generate("registry.example/zones"))),
                new LastCheckpoint(Optional.empty()),
                new TreeSettings(1_000, Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(20)));
        try (keeper) {
            keeper.start();
            for (int size : List.of(300, 600, SIZE)) {
                store(events.subList(size == 300 ? 0 : size == 600 ? 300 : 600, size));
                awaitCheckpoint(size);
            }
        }
        for (Projection projection : PROJECTIONS) {
            get(pool.withTransaction(connection -> projection.apply(connection, events)));
            get(pool.preparedQuery(
                            "insert into projection (name, generation, version, position) values ($1, 1, $2, $3)")
                    .execute(Tuple.of(projection.name(), projection.version(), (long) SIZE)));
        }
    }

    private static SimulatedLog log() {
        var log = new SimulatedLog();
        for (ZoneCode zone : ZONES) {
            log.append(new ZoneEstablished(
                    zone,
                    new ZoneName("Zone " + zone, null),
                    ZoneType.BONDED_ZONE,
                    "CN-JS",
                    null,
                    null,
                    LocalDate.of(2010, 7, 1),
                    LocalDate.of(2010, 7, 1)));
        }
        var trade = new RandomTrade(new Random(20230320), ZONES);
        while (log.events().size() < SIZE) {
            trade.appendTo(log);
        }
        return log;
    }

    private void store(List<StoredEvent> events) {
        try (Connection connection = database.connect();
                PreparedStatement event = connection.prepareStatement(
                        "insert into event (position, recorded_at, id, type, version, bytes) values (?, ?, ?, ?, ?,"
                                + " ?)");
                PreparedStatement tag =
                        connection.prepareStatement("insert into event_tag (tag, type, position) values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (StoredEvent each : events) {
                event.setLong(1, each.position());
                event.setObject(2, each.recordedAt().atOffset(ZoneOffset.UTC));
                event.setObject(3, each.id());
                event.setString(4, each.type());
                event.setInt(5, each.version());
                event.setBytes(6, bytes(each));
                event.addBatch();
                for (String carried : each.tags()) {
                    tag.setString(1, carried);
                    tag.setString(2, each.type());
                    tag.setLong(3, each.position());
                    tag.addBatch();
                }
            }
            event.executeBatch();
            tag.executeBatch();
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytes(StoredEvent event) {
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("position", event.position())
                .put("recordedAt", event.recordedAt().toString())
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("version", event.version());
        form.set("data", event.data());
        event.metadata().forEach(form.putObject("metadata")::put);
        event.tags().forEach(form.putArray("tags")::add);
        return CanonicalJson.bytes(form);
    }

    private void awaitCheckpoint(long size) {
        var checkpoints = new Checkpoints(pool, new KnownHistory(), new LastCheckpoint(Optional.empty()));
        await().atMost(PATIENCE)
                .until(() -> get(checkpoints.latest())
                        .filter(latest -> latest.size() == size)
                        .isPresent());
    }

    /** Verifies the registry. */
    Verification verify() {
        return get(
                new VerificationRun(pool, engine.log(), PROJECTIONS, InstantSource.system(), UUID.randomUUID()).run());
    }

    /** Runs a statement that tampers with the registry. */
    void execute(String sql) {
        database.execute(sql);
    }

    Pool pool() {
        return pool;
    }

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        engine.close();
        get(pool.close());
        get(vertx.close());
        database.close();
    }
}
