package org.zoneregistry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.testing.NeedsServer;

@NeedsServer
class JsonEventCodecTest {

    private static final JsonEventCodec CODEC = new JsonEventCodec(LogFixture.TYPES);

    private static StoredEvent stored(String type, int version, String data) {
        return stored(LogFixture.TYPES, type, version, data);
    }

    private static StoredEvent stored(EventTypes types, String type, int version, String data) {
        return new StoredForm(types).read("""
                        {"data":%s,"id":"01890a5d-ac96-774b-bcce-b302099a8057","metadata":{"actor":"o'hara"},\
                        "position":7,\
                        "recordedAt":"2023-03-20T02:00:00.000001Z","tags":[],"type":"%s",\
                        "version":%d}""".formatted(data, type, version).getBytes(UTF_8));
    }

    @Test
    void an_event_of_an_unknown_type_is_there_with_all_but_its_payload() {
        EventMessage message = CODEC.decode(stored("ZoneRated", 1, "\"A\""));
        assertThat(message.identifier()).isEqualTo("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(message.type().name()).isEqualTo("ZoneRated");
        assertThat(message.timestamp()).isEqualTo(Instant.parse("2023-03-20T02:00:00.000001Z"));
        assertThat(message.metadata()).isEqualTo(Map.of("actor", "o'hara", "position", "7"));
        assertThat(message).asString().contains("ZoneRated");
        assertRefusesItsPayload(message, "position 7, type ZoneRated, version 1: this program doesn't know the type");
    }

    @Test
    void so_is_one_of_a_later_version() {
        EventMessage message = CODEC.decode(stored("A", 2, "\"a\""));
        assertThat(message.type().version()).isEqualTo("2");
        assertRefusesItsPayload(message, "position 7, type A, version 2: the version is later than this program's, 1");
    }

    @Test
    void it_stays_unknown_with_other_metadata() {
        EventMessage message = CODEC.decode(stored("ZoneRated", 1, "\"A\""));
        assertThat(message.andMetadata(Map.of("more", "1")).metadata())
                .isEqualTo(Map.of("actor", "o'hara", "position", "7", "more", "1"));
        assertThat(message.withMetadata(Map.of("other", "1")).metadata()).isEqualTo(Map.of("other", "1"));
        assertRefusesItsPayload(message.andMetadata(Map.of("more", "1")), "ZoneRated");
        assertRefusesItsPayload(message.withMetadata(Map.of()), "ZoneRated");
    }

    @Test
    void a_payload_that_is_none_of_its_type_is_refused_at_once() {
        assertThatThrownBy(() -> CODEC.decode(stored("A", 1, "{}")))
                .isInstanceOf(UnreadableEventException.class)
                .isNotInstanceOf(UnknownEventException.class)
                .hasMessageStartingWith("position 7, type A, version 1: ");
    }

    @Test
    void one_of_an_earlier_version_has_the_payload_of_the_current_one() {
        EventTypes types = EventTypes.of(List.of(new EventType<>(
                "A",
                3,
                String.class,
                TextNode::valueOf,
                JsonNode::textValue,
                Map.of(
                        1, json -> TextNode.valueOf(json.textValue() + ", renamed"),
                        2, json -> TextNode.valueOf(json.textValue() + ", dated")))));
        EventMessage message = new JsonEventCodec(types).decode(stored(types, "A", 1, "\"first\""));
        assertThat(message.type().version()).isEqualTo("3");
        assertThat(message.payload()).isEqualTo("first, renamed, dated");
        assertThat(new JsonEventCodec(types)
                        .decode(stored(types, "A", 2, "\"second\""))
                        .payload())
                .isEqualTo("second, dated");
    }

    private static void assertRefusesItsPayload(EventMessage message, String why) {
        assertThatThrownBy(message::payload)
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> message.payloadAs(String.class)).isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(message::payloadType).isInstanceOf(UnknownEventException.class);
    }
}
