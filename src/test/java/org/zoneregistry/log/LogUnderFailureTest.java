package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.Appends.append;
import static org.zoneregistry.log.Appends.commit;
import static org.zoneregistry.log.Appends.event;
import static org.zoneregistry.log.LogFixture.get;
import static org.zoneregistry.testing.Waiting.await;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.testing.NeedsServer;

/** Lost connections, a database that is down, clocks that go back, and invalid events among valid ones. */
@NeedsServer
class LogUnderFailureTest {

    private static final String APPENDS = "append_(at_head|event|commands)";

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void what_was_acknowledged_is_there_once_and_what_was_refused_is_not_however_often_backends_are_killed(int atOnce)
            throws Exception {
        PostgresEventStorageEngine engine = fixture.engine();
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        Set<UUID> refused = ConcurrentHashMap.newKeySet();
        Set<UUID> unknown = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<?>> all = new ArrayList<>();
        Instant enough = Instant.now().plusSeconds(3);
        Instant end = enough.plusSeconds(60);
        int kills = 0;
        try (Connection connection = fixture.database().connect();
                Statement statement = connection.createStatement()) {
            while (Instant.now().isBefore(kills > 20 && acknowledged.size() > 100 ? enough : end)) {
                for (int i = 0; i < atOnce; i++) {
                    UUID id = UUID.randomUUID();
                    all.add(commit(engine, AppendCondition.none(), event(id, "A", "x"))
                            .handle((receipt, failure) -> {
                                (failure == null
                                                ? acknowledged
                                                : cause(failure) instanceof AppendOutcomeUnknownException
                                                        ? unknown
                                                        : refused)
                                        .add(id);
                                return null;
                            }));
                }
                Thread.sleep(1 + kills % 7);
                if (acknowledged.size()
                        >= 5 * kills) { // on a busy machine there might be no acknowledged append between two kills
                    kills += kill(statement, APPENDS);
                }
            }
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        List<UUID> stored = storedIds();
        assertThat(kills).isGreaterThan(20);
        assertThat(acknowledged).hasSizeGreaterThan(100);
        Set<UUID> different = new HashSet<>(stored);
        assertThat(different).hasSameSizeAs(stored);
        assertThat(missing(acknowledged, different)).isEmpty();
        assertThat(missing(refused, different)).hasSameSizeAs(refused);
        Set<UUID> accountedFor = new HashSet<>(acknowledged);
        accountedFor.addAll(unknown);
        assertThat(missing(different, accountedFor)).isEmpty();
        assertThat(get(engine.log().head()).position()).isEqualTo(stored.size());
    }

    @Test
    void streaming_goes_on_when_the_listening_connection_is_killed() throws Exception {
        PostgresEventStorageEngine writer = fixture.engine();
        EventLog reader = fixture.engine().log();
        AtomicLong seen = new AtomicLong();
        reader.onAppended(position -> seen.accumulateAndGet(position, Math::max));
        append(writer, "A", "1");
        await().until(() -> seen.get() == 1);

        try (Connection connection = fixture.database().connect();
                Statement statement = connection.createStatement()) {
            await().until(() -> kill(statement, "(listen |select position, id from event )") > 0);
            append(writer, "A", "2");
            await().until(() -> seen.get() == 2);
            append(writer, "A", "3");
            await().until(() -> seen.get() == 3);
        }
    }

    @Test
    void a_database_that_is_down_fails_in_bounded_time_and_clearly() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        PgConnectOptions options = fixture.database().connectOptions().setPort(nobody);
        Duration shortly = Duration.ofMillis(300);
        PostgresEventStorageEngine engine =
                fixture.engine(fixture.pool(options), EngineSettings.DEFAULT.withPatience(shortly, shortly, shortly));

        assertThatThrownBy(() -> append(engine, "A", "x")).cause().isInstanceOf(LogUnavailableException.class);
        assertThatThrownBy(() -> get(engine.log().head())).cause().isInstanceOf(LogUnavailableException.class);
    }

    @Test
    void more_than_may_wait_is_refused_at_once() {
        PostgresEventStorageEngine engine = fixture.engine(EngineSettings.DEFAULT.withLimits(2, 2, 10));
        List<CompletableFuture<AppendReceipt>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(commit(engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "x")));
        }
        long accepted = all.stream()
                .filter(append -> append.handle((receipt, failure) -> {
                            if (failure != null) {
                                assertThat(cause(failure)).isInstanceOf(LogUnavailableException.class);
                            }
                            return failure == null;
                        })
                        .join())
                .count();

        assertThat(accepted).isBetween(10L, 199L);
        assertThat(get(engine.log().head()).position()).isEqualTo(accepted);
    }

    @Test
    void a_bad_command_fails_alone_and_not_with_those_that_share_its_batch() {
        PostgresEventStorageEngine engine = fixture.engine();
        UUID twice = UUID.randomUUID();
        get(commit(engine, AppendCondition.none(), event(twice, "A", "first")));

        CompletableFuture<AppendReceipt> good =
                commit(engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "a"));
        CompletableFuture<AppendReceipt> bad = commit(engine, AppendCondition.none(), event(twice, "A", "again"));
        CompletableFuture<AppendReceipt> alsoGood =
                commit(engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "b"));

        assertThat(get(good).lastPosition()).isEqualTo(2);
        assertThat(get(alsoGood).lastPosition()).isEqualTo(3);
        assertThatThrownBy(() -> get(bad)).cause().isInstanceOf(AppendRefusedException.class);
    }

    @Test
    void recorded_time_goes_on_strictly_when_the_clock_of_the_database_goes_back() {
        PostgresEventStorageEngine engine = fixture.engine();
        append(engine, "A", "1");
        fixture.database().execute("update event set recorded_at = recorded_at + interval '1 hour'");
        LogHead future = get(engine.log().head());

        AppendReceipt next = get(commit(
                engine,
                AppendCondition.none(),
                event(UUID.randomUUID(), "A", "2"),
                event(UUID.randomUUID(), "A", "3")));

        assertThat(next.events().get(0).recordedAt())
                .isEqualTo(future.recordedAt().plusNanos(1_000));
        assertThat(next.events().get(1).recordedAt())
                .isEqualTo(future.recordedAt().plusNanos(2_000));
        assertThat(get(engine.log().readAfter(1, 10)))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(
                        next.events().get(0).recordedAt(), next.events().get(1).recordedAt());
    }

    @Test
    void it_refuses_to_append_under_an_isolation_that_would_not_see_what_the_lock_waited_for() {
        PgConnectOptions options =
                fixture.database().connectOptions().addProperty("default_transaction_isolation", "repeatable read");
        PostgresEventStorageEngine engine = fixture.engine(fixture.pool(options), EngineSettings.DEFAULT);

        assertThatThrownBy(() -> append(engine, "A", "x")).cause().isInstanceOf(AppendRefusedException.class);
    }

    @Test
    void an_engine_that_is_started_again_finds_everything_as_it_was() {
        PostgresEventStorageEngine before = fixture.engine();
        append(before, "A", "1");
        append(before, "A", "2");
        List<StoredEvent> stored = get(before.log().readAfter(0, 10));
        before.close();

        PostgresEventStorageEngine after = fixture.engine();
        assertThat(get(after.log().readAfter(0, 10))).isEqualTo(stored);
        append(after, "A", "3");
        assertThat(get(after.log().head()).position()).isEqualTo(3);
    }

    @Test
    void conditions_are_checked_again_after_a_lost_connection() throws Exception {
        PostgresEventStorageEngine engine = fixture.engine();
        EventCriteria criteria = EventCriteria.havingTags(new Tag("zone", "a"));
        for (int round = 0; round < 10; round++) {
            long head = get(engine.log().head()).position();
            AppendCondition condition =
                    AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(head));
            List<CompletableFuture<AppendReceipt>> racers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                racers.add(commit(engine, condition, event(UUID.randomUUID(), "A", "x", new Tag("zone", "a"))));
            }
            try (Connection connection = fixture.database().connect();
                    Statement statement = connection.createStatement()) {
                kill(statement, APPENDS);
            }
            long won = racers.stream()
                    .filter(racer ->
                            racer.handle((receipt, failure) -> failure == null).join())
                    .count();
            assertThat(won).isEqualTo(1);
            assertThat(get(engine.log().head()).position()).isEqualTo(head + 1);
        }
    }

    private static Set<UUID> missing(Set<UUID> wanted, Set<UUID> there) {
        Set<UUID> missing = new HashSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private List<UUID> storedIds() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = fixture.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from event order by position")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** The number of killed sessions whose last statement has this text. */
    private int kill(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = '" + fixture.database().database()
                + "' and pid <> pg_backend_pid() and backend_type = 'client backend' and query ~ '"
                + query + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
