package org.zoneregistry.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.verification.Verification.State;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;

/** Only one of several requested verifications runs. It stops if it loses its lease. */
@NeedsServer
class VerificationLeaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HELD = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final PostgresEventStorageEngine engine;
    private final Verifications verifications;

    VerificationLeaseTest() {
        ContextManagerProvider.instance();
        EventTypes none = EventTypes.NONE;
        engine = new PostgresEventStorageEngine(
                vertx.getDelegate(), pool.getDelegate(), none, new JsonEventCodec(none), EngineSettings.DEFAULT);
        verifications = new Verifications(
                new Jobs(pool),
                pool,
                engine.log(),
                List.of(new StatisticsProjection()),
                InstantSource.system(),
                Verifications.KIND.with(HELD));
    }

    @AfterEach
    void close() {
        engine.close();
        get(pool.close());
        get(vertx.close());
        database.close();
    }

    @Test
    void heartbeats_that_fail_for_a_moment_start_no_second_one() throws Exception {
        UUID first;
        try (Connection held = holdUp()) {
            first = get(verifications.start()).id();
            database.execute("create function fail() returns trigger language plpgsql as"
                    + " $$ begin raise exception 'no heartbeat'; end $$");
            database.execute("create trigger fail before update on job execute function fail()");
            Thread.sleep(HELD.dividedBy(4));
            database.execute("drop trigger fail on job");
            Thread.sleep(HELD.multipliedBy(3).dividedBy(2));

            assertThat(get(verifications.start()).id()).isEqualTo(first);
            held.rollback();
        }

        assertThat(ended(first).isWhole()).isTrue();
        assertThat(get(verifications.list(9))).hasSize(1);
        assertNothingLeft();
    }

    @Test
    void one_that_was_given_up_stops_and_leaves_the_next_alone() throws Exception {
        UUID first;
        UUID second;
        try (Connection held = holdUp()) {
            first = get(verifications.start()).id();
            database.execute("update job set state = 'interrupted'");
            second = get(verifications.start()).id();
            assertThat(second).isNotEqualTo(first);
            Thread.sleep(500); // a few heartbeats
            held.rollback();
        }

        assertThat(ended(second).isWhole()).isTrue();
        assertThat(ended(first).state()).isIn(State.FAILED, State.INTERRUPTED);
        assertThat(ended(first).isWhole()).isNull();
        assertNothingLeft();
    }

    @Test
    void what_earlier_ones_have_left_is_waited_for_with_heartbeats() throws Exception {
        String leftOver = FoldedSchemas.named(UUID.randomUUID(), 0);
        database.execute("create schema " + leftOver);
        database.execute("create table " + leftOver + ".t ()");
        try (Connection held = database.connect()) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table " + leftOver + ".t");
            UUID first = get(verifications.start()).id();
            Thread.sleep(HELD.multipliedBy(3).dividedBy(2));

            assertThat(get(verifications.start()).id()).isEqualTo(first);
            held.rollback();
            assertThat(ended(first).isWhole()).isTrue();
        }
        assertNothingLeft();
    }

    /** Locks a table, so that a verification waits there. */
    private Connection holdUp() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table enterprise in access exclusive mode");
        return connection;
    }

    private Verification ended(UUID id) {
        return await().atMost(PATIENCE)
                .until(() -> get(verifications.find(id)).orElseThrow(), found -> found.state() != State.RUNNING);
    }

    private void assertNothingLeft() {
        await().atMost(PATIENCE)
                .until(() -> database.number("select count(*) from pg_namespace where nspname like 'verification\\_%'")
                        == 0);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
