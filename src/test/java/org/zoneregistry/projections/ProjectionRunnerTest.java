package org.zoneregistry.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.follow.Follower.Condition;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.testing.TestDatabase;

@NeedsServer
class ProjectionRunnerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProjectionSettings SETTINGS =
            new ProjectionSettings(4, Duration.ofMillis(200), Duration.ofMillis(5));
    private static final ProjectionSettings LARGE_BATCHES =
            new ProjectionSettings(1_000, Duration.ofMillis(200), Duration.ofMillis(5));

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final SimulatedLog log = new SimulatedLog();
    private final Seen seen = new Seen();
    private final List<ProjectionRunner> runners = new ArrayList<>();

    /** Stores every position that it is given, in a table without a key, so that a second application is seen. */
    private static final class Seen implements Projection {

        private final Set<Long> broken = ConcurrentHashMap.newKeySet();
        private final Set<Long> unknown = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "seen";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<ProjectionTable> tables() {
            return List.of(ProjectionTable.of("seen", "position"));
        }

        @Override
        public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
            for (StoredEvent event : batch) {
                if (unknown.contains(event.position())) {
                    throw new UnknownEventException(event, "this program doesn't know the type");
                }
            }
            var rows = batch.stream().map(event -> Tuple.of(event.position())).toList();
            return connection
                    .preparedQuery("insert into seen (position) values ($1)")
                    .executeBatch(rows)
                    .invoke(written -> {
                        if (batch.stream().anyMatch(event -> broken.contains(event.position()))) {
                            throw new IllegalArgumentException("broken");
                        }
                    })
                    .replaceWithVoid();
        }
    }

    /** Context propagation fails if two threads use it first at the same time. Quarkus prepares it at the start. */
    @BeforeAll
    static void setUpContextPropagation() {
        assertThat(ContextManagerProvider.instance()).isNotNull();
    }

    @BeforeEach
    void create() {
        database.execute("create table seen (position bigint not null)");
    }

    @AfterEach
    void close() {
        runners.forEach(ProjectionRunner::close);
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
        database.close();
    }

    @Test
    void applies_earlier_and_later_events() {
        append(10);
        ProjectionRunner runner = started();
        reached(runner, 10);
        append(3);

        reached(runner, 13);

        assertThat(seen()).isEqualTo(upTo(13));
        assertThat(runner.state()).isEqualTo(new ProjectionState("seen", 1, 13, Condition.RUNNING, null, null));
    }

    @Test
    void applies_nothing_twice_when_it_is_started_again() {
        append(10);
        ProjectionRunner first = started();
        reached(first, 10);
        first.close();
        append(5);

        reached(started(), 15);

        assertThat(seen()).isEqualTo(upTo(15));
    }

    @Test
    void a_new_node_knows_how_far_the_tables_are_before_its_first_step() {
        append(10);
        reached(started(), 10);

        var next = new ProjectionRunner(pool, log, seen, SETTINGS);
        next.find().await().atMost(PATIENCE);

        assertThat(next.position()).isEqualTo(10);
    }

    @Test
    void the_planner_knows_at_once_that_a_table_has_grown_by_much() {
        append(10_500);
        reached(started(seen, LARGE_BATCHES), 10_500);

        await().atMost(Duration.ofSeconds(10)) // the server itself would do it within a minute
                .until(() ->
                        database.number("select reltuples::bigint from pg_class where relname = 'seen'") == 10_500);
    }

    @Test
    void several_nodes_apply_every_event_once_between_them() {
        append(50);
        var nodes = List.of(started(), started(), started());
        append(150);

        nodes.forEach(node -> reached(node, 200));

        assertThat(seen()).isEqualTo(upTo(200));
    }

    @Test
    void another_node_goes_on_when_one_ends() {
        ProjectionRunner one = started();
        ProjectionRunner other = started();
        append(20);
        reached(one, 20);
        one.close();
        append(20);

        reached(other, 40);

        assertThat(seen()).isEqualTo(upTo(40));
    }

    @Test
    void stops_before_the_event_that_it_cannot_apply_and_reports_it() {
        seen.broken.add(7L);
        append(10);
        ProjectionRunner runner = started();

        await().atMost(PATIENCE).until(() -> runner.state().condition() == Condition.STOPPED);

        assertThat(seen()).isEqualTo(upTo(6));
        assertThat(runner.state().stoppedAt()).isEqualTo(7);
        assertThat(runner.state().error()).contains("broken");
        assertThat(runner.position()).isEqualTo(6);
    }

    @Test
    void continues_at_the_event_when_it_can_apply_it() {
        seen.broken.add(7L);
        append(10);
        ProjectionRunner runner = started();
        await().atMost(PATIENCE).until(() -> runner.state().condition() == Condition.STOPPED);
        seen.broken.clear();

        runner.start();
        reached(runner, 10);

        assertThat(seen()).isEqualTo(upTo(10));
    }

    @Test
    void leaves_an_event_of_a_later_version_to_a_node_that_knows_it_and_follows() {
        seen.unknown.add(7L);
        append(10);
        ProjectionRunner runner = started();
        await().atMost(PATIENCE).until(() -> runner.state().condition() == Condition.RETRYING);
        await().atMost(PATIENCE).until(() -> runner.position() == 6);
        assertThat(runner.state().error()).contains("position 7");

        ProjectionRunner later = started(new Seen());
        reached(later, 10);
        reached(runner, 10);
        append(10);
        reached(runner, 20);

        assertThat(seen()).isEqualTo(upTo(20));
        assertThat(runner.state().condition()).isEqualTo(Condition.RUNNING);
    }

    @Test
    void continues_after_its_connections_are_cut() {
        append(4);
        ProjectionRunner runner = started();
        reached(runner, 4);
        for (int round = 0; round < 3; round++) {
            database.endSessions();
            append(20);
        }

        reached(runner, 64);

        assertThat(seen()).isEqualTo(upTo(64));
        assertThat(runner.state().condition()).isEqualTo(Condition.RUNNING);
    }

    @Test
    void begins_again_when_token_and_tables_are_emptied() throws SQLException {
        append(10);
        ProjectionRunner first = started();
        reached(first, 10);
        first.close();
        database.execute("truncate projection, seen");

        reached(started(), 10);

        assertThat(seen()).isEqualTo(upTo(10));
    }

    @Test
    void waiting_for_a_position_times_out() {
        append(3);
        ProjectionRunner runner = started();
        reached(runner, 3);

        assertThatThrownBy(
                        () -> runner.reached(4, Duration.ofMillis(50)).await().atMost(PATIENCE))
                .hasRootCauseInstanceOf(java.util.concurrent.TimeoutException.class)
                .hasMessageContaining("reached position 3, not yet 4");
    }

    private ProjectionRunner started() {
        return started(seen);
    }

    private ProjectionRunner started(Projection projection) {
        return started(projection, SETTINGS);
    }

    private ProjectionRunner started(Projection projection, ProjectionSettings settings) {
        var runner = new ProjectionRunner(pool, log, projection, settings);
        runners.add(runner);
        runner.start();
        return runner;
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            log.append("SomethingHappened", JsonNodeFactory.instance.objectNode(), List.of());
        }
    }

    private static void reached(ProjectionRunner runner, long position) {
        runner.reached(position, PATIENCE).await().atMost(PATIENCE);
    }

    private List<Long> seen() {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select position from seen order by position")) {
            var positions = new ArrayList<Long>();
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
            return positions;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Long> upTo(long last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }
}
