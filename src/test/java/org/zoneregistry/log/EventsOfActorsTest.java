package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.LogFixture.get;

import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** The log finds what an actor has recorded, and nothing that only mentions the actor. */
@NeedsServer
class EventsOfActorsTest {

    private static final String OFFICE = "https://issuer.example/realms/a#6f1c";
    private static final String ODD = "a \"quoted\" \\ 海关 \uD83D\uDEA2 name";

    private final LogFixture fixture = new LogFixture();
    private final PostgresEventStorageEngine engine = fixture.engine();
    private final Pool pool = fixture.pool();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void record(String type, String payload, Map<String, String> metadata, Tag... tags) {
        var message = new GenericEventMessage(
                UUID.randomUUID().toString(), new MessageType(type), payload, metadata, Instant.EPOCH);
        get(Appends.commit(engine, AppendCondition.none(), new GenericTaggedEventMessage<>(message, Set.of(tags))));
    }

    @BeforeEach
    void record_events_of_several_actors() {
        record("A", "one", Map.of("actor", OFFICE), new Tag("zone", "a"));
        record("B", "two", Map.of("actor", OFFICE, "role", "reporter"), new Tag("zone", "a"), new Tag("entry", "1"));
        record("A", "three", Map.of("actor", ODD), new Tag("zone", "a"));
        record("A", "\"actor\":\"" + OFFICE + "\"", Map.of("actor", "trap"), new Tag("zone", "b"));
        record("A", "five", Map.of("actor", OFFICE + "0", "source", "\"actor\":\"" + OFFICE + "\""));
        record("A", "six", Map.of());
        record("A", "seven", Map.of("actor", OFFICE), new Tag("zone", "b"));
    }

    private List<Long> found(List<String> actors, long after, List<String> types, List<String> tags, int limit) {
        return get(engine.log().readRecordedBy(pool, actors, after, 6 + after, types, tags, limit)).stream()
                .map(StoredEvent::position)
                .toList();
    }

    @Test
    void an_actor_is_found_by_its_whole_name() {
        assertThat(found(List.of(OFFICE), 0, List.of(), List.of(), 10)).containsExactly(1L, 2L);
        assertThat(found(List.of(OFFICE), 1, List.of(), List.of(), 10)).containsExactly(2L, 7L);
        assertThat(found(List.of(OFFICE + "0"), 0, List.of(), List.of(), 10)).containsExactly(5L);
        assertThat(found(List.of("trap"), 0, List.of(), List.of(), 10)).containsExactly(4L);
        assertThat(found(List.of(ODD), 0, List.of(), List.of(), 10)).containsExactly(3L);
        assertThat(found(List.of("https://issuer.example/realms/a"), 0, List.of(), List.of(), 10))
                .isEmpty();
    }

    @Test
    void several_actors_types_and_tags_narrow_the_answer() {
        assertThat(found(List.of(ODD, OFFICE), 0, List.of(), List.of(), 10)).containsExactly(1L, 2L, 3L);
        assertThat(found(List.of(ODD, OFFICE), 0, List.of(), List.of(), 2)).containsExactly(1L, 2L);
        assertThat(found(List.of(ODD, OFFICE), 0, List.of("A"), List.of(), 10)).containsExactly(1L, 3L);
        assertThat(found(List.of(OFFICE), 1, List.of(), List.of("zone:b"), 10)).containsExactly(7L);
        assertThat(found(List.of(OFFICE), 0, List.of("A"), List.of("zone:a"), 10))
                .containsExactly(1L);
        assertThat(found(List.of(OFFICE), 0, List.of("B"), List.of("zone:a", "entry:1"), 10))
                .containsExactly(2L);
    }
}
