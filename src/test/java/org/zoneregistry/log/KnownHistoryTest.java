package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.Appends.append;
import static org.zoneregistry.log.LogFixture.get;
import static org.zoneregistry.testing.Waiting.await;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.testing.NeedsServer;

/** A database that goes back while an engine runs: to an earlier state, or to another history. */
@NeedsServer
class KnownHistoryTest {

    private final LogFixture fixture = new LogFixture();
    private final KnownHistory history = new KnownHistory();
    private final Pool pool = fixture.pool(history);
    private final PostgresEventStorageEngine engine = fixture.engine(pool, history);

    @AfterEach
    void close() {
        fixture.close();
    }

    /**
     * Removes the events after a position, as if a lagging standby had taken over. Connections stay open, so only the
     * log shows it.
     */
    private void goBackTo(long position) {
        fixture.database()
                .execute("delete from event_tag where position > " + position + "; delete from event where position > "
                        + position);
    }

    private long size() {
        return fixture.database().number("select count(*) from event");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void nothing_is_appended_where_seen_events_are_gone(int commands) {
        for (int i = 0; i < 6; i++) {
            append(engine, "A", "x");
        }
        goBackTo(4);

        for (int i = 0; i < commands; i++) {
            assertThatThrownBy(() -> append(engine, "A", "y")).hasRootCauseInstanceOf(Exception.class);
        }
        assertThat(size()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.lost().isPresent());
        assertThat(history.lost().orElseThrow().position()).isEqualTo(6);
        assertThat(history.lost().orElseThrow().logSize()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reach() == 4);
        assertThatThrownBy(() -> append(engine, "A", "y")).hasRootCauseInstanceOf(LogHaltedException.class);
        assertThat(size()).isEqualTo(4);
    }

    @Test
    void nothing_is_appended_where_another_event_is_in_the_place_of_one_that_was_seen() {
        for (int i = 0; i < 6; i++) {
            append(engine, "A", "x");
        }
        goBackTo(4);
        fixture.endConnections();
        PostgresEventStorageEngine other = fixture.engine(fixture.pool(), new KnownHistory());
        for (int i = 0; i < 4; i++) {
            append(other, "B", "y");
        }

        assertThatThrownBy(() -> append(engine, "A", "z")).hasRootCauseInstanceOf(Exception.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> history.reach() == 4);
        assertThat(size()).isEqualTo(8);
        assertThat(get(engine.log().head()).position())
                .as("for this node the log ends where both histories part")
                .isEqualTo(4);
        assertThat(get(engine.log().readAfter(0, 100)))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(get(engine.log().readBytes(2, Long.MAX_VALUE, 100))).hasSize(2);
        assertThat(get(engine.log().readAfter(4, 1))).isEmpty();
        assertThat(get(engine.log().findByPositions(List.of(4L)))).hasSize(1);
        assertThatThrownBy(() -> get(engine.sourced(EventCriteria.havingAnyTag(), 0, null)))
                .hasRootCauseInstanceOf(LogHaltedException.class);
    }

    @Test
    void what_a_decision_rests_on_was_seen_too() {
        PostgresEventStorageEngine other = fixture.engine(fixture.pool(), new KnownHistory());
        append(other, "A", "x");
        append(other, "A", "x");
        get(engine.sourced(EventCriteria.havingAnyTag(), 0, null));
        goBackTo(1);

        assertThatThrownBy(() ->
                        get(Appends.commit(engine, AppendCondition.none(), Appends.event(UUID.randomUUID(), "A", "y"))))
                .hasRootCauseInstanceOf(Exception.class);
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void what_another_node_announces_was_seen_too() {
        PostgresEventStorageEngine other = fixture.engine(fixture.pool(), new KnownHistory());
        append(other, "A", "x");
        await().atMost(Duration.ofSeconds(10)).until(() -> history.last().position() == 1);
    }

    @Test
    void a_connection_to_another_history_is_refused_until_the_loss_is_known() {
        for (int i = 0; i < 6; i++) {
            append(engine, "A", "x");
        }
        assertThat(pool.withConnection(history::prove)).satisfies(proved -> get(proved.toCompletionStage()));
        goBackTo(2);

        assertThatThrownBy(() -> get(pool.withConnection(history::prove).toCompletionStage()))
                .hasMessageContaining("at position 6, but the log ends at position 2");
        get(pool.withConnection(history::prove).toCompletionStage());
        assertThat(history.reach()).isEqualTo(2);

        get(pool.withConnection(history::prove).toCompletionStage());
        assertThat(history.reach()).isEqualTo(2);
        goBackTo(1);
        get(pool.withConnection(history::prove).toCompletionStage());
        assertThat(history.reach()).as("after it went back once more").isEqualTo(1);
    }

    @Test
    void a_replica_may_lag_and_must_not_differ() {
        for (int i = 0; i < 4; i++) {
            append(engine, "A", "x");
        }
        Pool replica = fixture.pool();
        goBackTo(3);
        get(replica.withConnection(history::proveReplica).toCompletionStage());
        fixture.database().execute("update event set id = gen_random_uuid() where position = 2");
        assertThatThrownBy(
                        () -> get(replica.withConnection(history::proveReplica).toCompletionStage()))
                .hasMessageContaining("another log");
    }

    @Test
    void memory_of_a_long_log_is_bounded_and_reaches_far_back() {
        var known = new KnownHistory();
        for (long position = 1; position <= 100_000; position++) {
            known.saw(position, new UUID(0, position));
        }
        Map<Long, UUID> kept = known.copyOfSeen();
        assertThat(kept).hasSizeLessThanOrEqualTo(1_024);
        assertThat(kept.keySet()).anyMatch(position -> position < 20_000);
        assertThat(kept.keySet()).containsAll(List.of(100_000L, 99_999L, 99_900L));
    }
}
