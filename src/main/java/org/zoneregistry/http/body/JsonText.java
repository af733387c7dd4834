package org.zoneregistry.http.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Reads one JSON text (RFC 8259), more strictly than Jackson does by default: valid UTF-8 only, nothing after the text,
 * at most {@value #DEEPEST} levels, exact numbers. Duplicate members are violations with a pointer.
 */
final class JsonText {

    static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 64;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads the tree, and reports duplicate members.
     *
     * @throws ProblemException {@code malformed-json}
     */
    static JsonNode read(byte[] bytes, Violations violations) {
        if (bytes.length == 0) {
            throw malformed("The body is empty; send a JSON object.");
        }
        try (var parser = FACTORY.createParser(decoded(bytes))) {
            var first = parser.nextToken();
            if (first == null) {
                throw malformed("The body is empty; send a JSON object.");
            }
            var tree = value(parser, first, "", violations);
            if (parser.nextToken() != null) {
                throw malformed("There is more after the end of the JSON text" + at(parser) + ".");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw malformed("The JSON text is nested more than " + DEEPEST
                    + " levels deep, or has a number of more than " + LONGEST_NUMBER + " digits.");
        } catch (NumberFormatException e) {
            throw malformed("The body has a number that is too large to be read.");
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw malformed("The body is not JSON"
                    + (location == null
                            ? "."
                            : ": see line " + location.getLineNr() + ", column " + location.getColumnNr() + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode value(JsonParser in, JsonToken token, String pointer, Violations violations)
            throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                var object = NODES.objectNode();
                for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                    var at = Pointer.member(pointer, name);
                    if (object.has(name)) {
                        violations.add(at, "is given more than once");
                    }
                    object.set(name, value(in, in.nextToken(), at, violations));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = NODES.arrayNode();
                for (var next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    array.add(value(in, next, Pointer.element(pointer, array.size()), violations));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(in.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(in.getDecimalValue().stripTrailingZeros());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(in.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("The body is not JSON" + at(in) + ".");
        };
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private static String at(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_JSON, detail);
    }
}
