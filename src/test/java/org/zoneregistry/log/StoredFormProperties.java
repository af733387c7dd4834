package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class StoredFormProperties {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StoredForm FORM = new StoredForm(EventTypes.NONE);

    private static final String STORED = """
            {"data":{"zone":"a","n":[1,{"x":null}]},"id":"01890a5d-ac96-774b-bcce-b302099a8057",\
            "metadata":{"actor":"o'hara"},\
            "position":7,"recordedAt":"2023-03-20T02:00:00.000001Z","tags":["zone:a"],"type":"ZoneRated",\
            "version":3}""";

    @Example
    void an_event_of_an_unknown_type_is_read_as_it_was_stored() throws Exception {
        StoredEvent event = FORM.read(bytes(STORED));

        assertThat(event.position()).isEqualTo(7);
        assertThat(event.recordedAt()).isEqualTo(Instant.parse("2023-03-20T02:00:00.000001Z"));
        assertThat(event.id()).hasToString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(event.type()).isEqualTo("ZoneRated");
        assertThat(event.version()).isEqualTo(3);
        assertThat(event.tags()).isEqualTo(List.of("zone:a"));
        assertThat(event.metadata()).isEqualTo(Map.of("actor", "o'hara"));
        assertThat(event.data()).isEqualTo(JSON.readTree("{\"zone\":\"a\",\"n\":[1,{\"x\":null}]}"));
        assertThat(event.bytes()).hasToString(STORED);
    }

    @Example
    void each_missing_member_and_each_of_another_type_is_refused() throws Exception {
        for (String member : (Iterable<String>) JSON.readTree(STORED)::fieldNames) {
            ObjectNode without = (ObjectNode) JSON.readTree(STORED);
            without.remove(member);
            assertThatThrownBy(() -> FORM.read(JSON.writeValueAsBytes(without)))
                    .as(member)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(member);
            if (!member.equals("data")) {
                ObjectNode other = (ObjectNode) JSON.readTree(STORED);
                other.put(member, true);
                assertThatThrownBy(() -> FORM.read(JSON.writeValueAsBytes(other)))
                        .as(member)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        for (String number : List.of("1e2", "1.5", "99999999999", "99999999999999999999")) {
            assertThatThrownBy(() -> FORM.read(bytes(STORED.replace("\"version\":3", "\"version\":" + number))))
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("version");
        }
        assertThatThrownBy(() -> FORM.read(bytes(STORED.replace(":7,", ":99999999999999999999,"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position");
        assertThatThrownBy(() -> FORM.read(bytes("[1]"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FORM.read(bytes("{\"data\":"))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> FORM.read(bytes(""))).isInstanceOf(RuntimeException.class);
    }

    @Property
    void a_time_in_microseconds_is_read_as_it_was_written(
            @ForAll @LongRange(min = -62_167_219_200_000_000L, max = 253_402_300_799_999_999L) long micros) {
        Instant time = Instant.EPOCH
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);
        String written = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(time);

        assertThat(StoredInstant.parse(written)).isEqualTo(time);
    }

    @Property
    void whatever_else_is_read_as_the_library_does(
            @ForAll @StringLength(min = 27, max = 27) @Chars({'0', '1', '2', '3', '9'}) String digits) {
        StringBuilder text = new StringBuilder(digits);
        String form = "0000-00-00T00:00:00.000000Z";
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) != '0') {
                text.setCharAt(i, form.charAt(i));
            }
        }

        assertThat(outcome(() -> StoredInstant.parse(text.toString())))
                .isEqualTo(outcome(() -> Instant.parse(text.toString())));
        assertThat(outcome(() -> StoredInstant.parse(digits))).isEqualTo(outcome(() -> Instant.parse(digits)));
    }

    private static Object outcome(Supplier<Instant> read) {
        try {
            return read.get();
        } catch (DateTimeParseException refused) {
            return DateTimeParseException.class;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
