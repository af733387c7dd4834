package org.zoneregistry.zone.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.testing.StoredEvents;

/**
 * Every stored form that was ever written can still be read. The files are never changed; a new version gets a new
 * file.
 */
class ZoneEventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode golden(String name) throws IOException {
        try (var file = ZoneEventJsonTest.class.getResourceAsStream("/golden/zone/" + name + ".json")) {
            return JSON.readTree(new String(
                    requireNonNull(
                                    file,
                                    "There is no golden file " + name + ": add an example of the stored form as"
                                            + " src/test/resources/golden/zone/" + name + ".json, and never change it")
                            .readAllBytes(),
                    UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("org.zoneregistry.zone.event.json.ZoneEventType#all")
    void the_stored_form_of_every_version_can_be_read_and_the_current_one_is_written_as_it_was(ZoneEventType type)
            throws IOException {
        JsonNode stored = golden(type.wireName() + "-" + type.version());
        var event = ZoneEventJson.read(type, stored);
        assertThat(event).isInstanceOf(type.payload());
        assertThat(ZoneEventType.of(event)).isEqualTo(type);
        assertThat((JsonNode) ZoneEventJson.write(event))
                .as(
                        "the stored form of %s: its values are those of its FactType, and values() gives each of them",
                        type.wireName())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("org.zoneregistry.zone.event.json.ZoneEventType#all")
    void one_of_a_later_version_is_not_taken_for_one_of_this(ZoneEventType type) throws IOException {
        JsonNode data = golden(type.wireName() + "-" + type.version());
        assertThat(ZoneEventJson.read(StoredEvents.first(type.wireName(), type.version(), data)))
                .containsInstanceOf(type.payload());
        assertThatThrownBy(() -> ZoneEventJson.read(StoredEvents.first(type.wireName(), type.version() + 1, data)))
                .isInstanceOf(UnknownEventException.class);
    }

    /** As a node of the version before sees it during an upgrade: the fact itself is of a type that it doesn't know. */
    @Test
    void an_amendment_of_a_later_fact_is_not_taken_for_a_broken_event() throws IOException {
        ObjectNode amended = (ObjectNode) golden("ZoneFactAmended-1");
        StoredEvent laterVersion =
                StoredEvents.first("ZoneFactAmended", 1, amended.deepCopy().put("factVersion", 9));
        StoredEvent laterFact =
                StoredEvents.first("ZoneFactAmended", 1, amended.deepCopy().put("factType", "ZoneMoved"));
        for (StoredEvent later : List.of(laterVersion, laterFact)) {
            assertThatThrownBy(() -> ZoneEventJson.read(later)).isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void the_names_in_the_log_are_fixed() {
        assertThat(ZoneEventType.all().stream().map(type -> type.wireName() + "#" + type.version()))
                .as("the names in the log: add a new one to this list, and never change one that was there")
                .containsExactly(
                        "ZoneEstablished#1",
                        "ZoneAccepted#1",
                        "ZoneConvertedToComprehensive#1",
                        "ZonesIntegrated#1",
                        "ZoneAreaAdjusted#1",
                        "ZoneRenamed#1",
                        "FacilityCommissioned#1",
                        "FacilityDecommissioned#1",
                        "ZoneClosed#1",
                        "ZoneFactAmended#1",
                        "ZoneFactWithdrawn#1");
    }

    @Test
    void a_missing_member_is_named() {
        assertThatThrownBy(() -> ZoneEventJson.read(
                        ZoneEventType.named("ZoneAccepted").orElseThrow(), JSON.readTree("{\"zone\":\"a\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("effectiveOn");
    }

    @Test
    void what_cannot_be_amended_is_no_amended_fact() throws IOException {
        var amended = (ObjectNode) golden("ZoneFactAmended-1");
        amended.put("factType", "ZoneFactWithdrawn");
        assertThatThrownBy(() -> ZoneEventJson.read(ZoneEventType.AMENDED, amended))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
