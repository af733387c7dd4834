package org.zoneregistry.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.LogFixture;
import org.zoneregistry.log.LogHaltedException;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.testing.NeedsServer;

/** The engine of every node after a node has found that the log contradicts a checkpoint. */
@NeedsServer
class HaltedLogTest {

    private static final String NEXT = "next";

    private final TreeFixture log = new TreeFixture();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        log.close();
    }

    private PostgresEventStorageEngine engine() {
        Vertx vertx = log.vertx.getDelegate();
        Pool pool = PgBuilder.pool()
                .with(log.database.poolOptions())
                .connectingTo(log.database.connectOptions())
                .using(vertx)
                .build();
        var engine = new PostgresEventStorageEngine(
                vertx, pool, LogFixture.TYPES, new JsonEventCodec(LogFixture.TYPES), EngineSettings.DEFAULT);
        open.add(engine);
        return engine;
    }

    private static CompletableFuture<?> append(PostgresEventStorageEngine engine) {
        var event = new GenericEventMessage(
                UUID.randomUUID().toString(), new MessageType("A"), NEXT, Map.of(), Instant.EPOCH);
        return engine.appendEvents(
                        AppendCondition.none(), null, List.of(new GenericTaggedEventMessage<>(event, Set.of())))
                .thenCompose(transaction -> transaction.commit(null));
    }

    @Test
    void refuses_appends_on_every_node_and_later_ones_too() throws Exception {
        PostgresEventStorageEngine before = engine();
        append(before).get(20, TimeUnit.SECONDS);
        append(before).get(20, TimeUnit.SECONDS);
        TreeKeeper keeper = log.keeper();
        log.signed(2);
        keeper.close();
        log.database.execute("update event set bytes = 'forged' where position = 1; truncate audit_tile");
        TreeKeeper after = log.keeper();
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());

        for (PostgresEventStorageEngine engine : List.of(before, engine())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> append(engine).get(20, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(LogHaltedException.class);
            }
            CompletableFuture<?> one = append(engine);
            CompletableFuture<?> other = append(engine);
            assertThatThrownBy(() -> one.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(LogHaltedException.class);
            assertThatThrownBy(() -> other.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(LogHaltedException.class);
        }
        assertThat(log.latest().orElseThrow().size()).isEqualTo(2);
    }
}
