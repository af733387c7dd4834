package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

/** The canonical form is the same as that of an independent implementation of RFC 8785. */
class CanonicalJsonProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long LARGEST = 1L << 53;

    @Provide
    static Arbitrary<JsonNode> values() {
        return values(3);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                texts().map(JSON::textNode),
                Arbitraries.longs().between(-LARGEST + 1, LARGEST - 1).map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> parts = values(depth - 1);
        return Arbitraries.oneOf(
                scalars, objects(parts), parts.list().ofMaxSize(4).map(list -> (JsonNode) new ArrayNode(JSON, list)));
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> parts) {
        return Arbitraries.maps(texts(), parts).ofMaxSize(5).map(members -> {
            ObjectNode object = JSON.objectNode();
            object.setAll(members);
            return object;
        });
    }

    /**
     * Control characters, quotes, characters that JavaScript escapes, and characters beyond the basic plane; no lone
     * surrogates.
     */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0x7f),
                        Arbitraries.integers().between(0x80, 0xd7ff),
                        Arbitraries.integers().between(0xe000, 0x10ffff))
                .list()
                .ofMaxSize(8)
                .map(points -> {
                    StringBuilder text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    @Property
    void is_what_another_implementation_writes(@ForAll("values") JsonNode value) throws IOException {
        JsonNode wrapped = JSON.objectNode().set("value", value);

        assertThat(CanonicalJson.bytes(wrapped))
                .isEqualTo(new JsonCanonicalizer(MAPPER.writeValueAsBytes(wrapped)).getEncodedUTF8());
    }

    @Property
    void reads_back_as_the_same_value(@ForAll("values") JsonNode value) throws IOException {
        assertThat(CanonicalJson.text(MAPPER.readTree(CanonicalJson.bytes(value))))
                .isEqualTo(CanonicalJson.text(value));
    }

    @Property(tries = 200)
    void an_event_is_canonical_as_a_whole_once_its_place_stands_between_the_parts(@ForAll("values") JsonNode value)
            throws IOException {
        ObjectNode data = JSON.objectNode().set("value", value);
        Map<String, String> metadata = new TreeMap<>(Map.of("role", "registrar", "actor", "Zoë \u0001"));
        EncodedEvent event = EncodedEvent.of(UUID.randomUUID(), "A", 1, List.of("zone:b", "zone:a"), metadata, data);

        String whole = text(event.before()) + "\"position\":42,\"recordedAt\":\"2026-11-24T11:13:16.000001Z\""
                + text(event.after());

        assertThat(whole).isEqualTo(new JsonCanonicalizer(whole).getEncodedString());
    }

    @Example
    void refuses_what_has_no_exact_or_no_utf8_form() {
        for (JsonNode unfit : new JsonNode[] {
            JSON.numberNode(0.5), JSON.numberNode(LARGEST + 1), JSON.textNode("\ud800"), JSON.textNode("a\udc00b")
        }) {
            assertThatThrownBy(() -> CanonicalJson.bytes(unfit)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
