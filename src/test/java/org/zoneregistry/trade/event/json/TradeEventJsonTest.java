package org.zoneregistry.trade.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.testing.StoredEvents;

/**
 * Every stored form that was ever written can still be read. The files are never changed; a new version gets a new
 * file.
 */
class TradeEventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode golden(String name) throws IOException {
        try (var file = TradeEventJsonTest.class.getResourceAsStream("/golden/trade/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(new String(
                    requireNonNull(file, "There is no golden file " + name).readAllBytes(), UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_stored_form_of_every_version_can_be_read_and_the_current_one_is_written_as_it_was(TradeEventType type)
            throws IOException {
        JsonNode stored = golden(type.wireName() + "-" + type.version());
        var event = TradeEventJson.read(type, stored);
        assertThat(event).isInstanceOf(type.payload());
        assertThat(TradeEventType.of(event)).isEqualTo(type);
        assertThat((JsonNode) TradeEventJson.write(event)).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_later_version_is_not_read_as_this_version(TradeEventType type) throws IOException {
        JsonNode data = golden(type.wireName() + "-" + type.version());
        assertThat(TradeEventJson.read(StoredEvents.first(type.wireName(), type.version(), data)))
                .containsInstanceOf(type.payload());
        assertThatThrownBy(() -> TradeEventJson.read(StoredEvents.first(type.wireName(), type.version() + 1, data)))
                .isInstanceOf(UnknownEventException.class);
    }

    @Test
    void the_names_in_the_log_are_fixed() {
        assertThat(Arrays.stream(TradeEventType.values()).map(type -> type.wireName() + "#" + type.version()))
                .containsExactly(
                        "TradeRecorded#1",
                        "TradeCorrected#1",
                        "TradeWithdrawn#1",
                        "AggregatePublished#1",
                        "AggregateWithdrawn#1",
                        "EnterpriseRegistered#1",
                        "EnterpriseWithdrawn#1");
    }

    @Test
    void members_that_were_not_given_are_absent() throws IOException {
        ObjectNode stored = golden("TradeRecorded-1");
        stored.remove(List.of("hsChapter", "enterprise", "partner"));
        assertThat((JsonNode) TradeEventJson.write(TradeEventJson.read(TradeEventType.TRADE_RECORDED, stored)))
                .isEqualTo(stored);
    }

    @Test
    void a_missing_member_is_named() throws IOException {
        ObjectNode stored = golden("TradeRecorded-1");
        stored.remove("value");
        assertThatThrownBy(() -> TradeEventJson.read(TradeEventType.TRADE_RECORDED, stored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
    }

    @Test
    void money_that_is_a_number_is_not_read() throws IOException {
        ObjectNode stored = golden("TradeRecorded-1");
        stored.put("value", 1250000.5);
        assertThatThrownBy(() -> TradeEventJson.read(TradeEventType.TRADE_RECORDED, stored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
    }
}
