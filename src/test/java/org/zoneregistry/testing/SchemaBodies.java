package org.zoneregistry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Bodies made from the schemas of the OpenAPI document. Each member is present or absent at random, so that all rules
 * between members are tested. Most single values are valid.
 *
 * @param document the OpenAPI document
 * @param known values that the registry knows, by the names of members
 */
public record SchemaBodies(JsonNode document, Map<String, List<String>> known) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int OLDEST = -25_000; // days around 2000: 1931 to 2068

    /** A body of that schema. */
    public ObjectNode body(Random random, JsonNode schema) {
        ObjectNode body = JSON.objectNode();
        JsonNode resolved = resolved(schema);
        var required = new ArrayList<String>();
        resolved.path("required").forEach(name -> required.add(name.asText()));
        resolved.path("properties").properties().forEach(member -> {
            if (random.nextInt(required.contains(member.getKey()) ? 60 : 2) > 0) {
                body.set(member.getKey(), value(random, member.getKey(), member.getValue()));
            }
        });
        return body;
    }

    private JsonNode value(Random random, String name, JsonNode schema) {
        JsonNode resolved = resolved(schema);
        if (name.startsWith("effective")) {
            return JSON.textNode(day(random));
        }
        if (known.containsKey(name) && !isOf(resolved, "object") && random.nextInt(6) > 0) {
            JsonNode value = JSON.textNode(any(random, known.getOrDefault(name, List.of())));
            return isOf(resolved, "array") ? JSON.arrayNode().add(value) : value;
        }
        if (resolved.has("enum")) {
            return resolved.path("enum")
                    .get(random.nextInt(resolved.path("enum").size()));
        }
        if (isOf(resolved, "object")) {
            return body(random, resolved);
        }
        if (isOf(resolved, "array")) {
            var array = JSON.arrayNode();
            for (int left = random.nextInt(3); left > 0; left--) {
                array.add(value(random, name, resolved.path("items")));
            }
            return array;
        }
        if (isOf(resolved, "boolean")) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (isOf(resolved, "number") || isOf(resolved, "integer")) {
            return JSON.numberNode(random.nextInt(-1, 200));
        }
        if (resolved.path("examples").has(0) && random.nextInt(3) > 0) {
            return resolved.path("examples").get(0);
        }
        return JSON.textNode(any(random, List.of("a", "2022", "2022-12", "1.00", "1000000.00", "84", "DE", "x y")));
    }

    private static String day(Random random) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(OLDEST, -OLDEST));
        return day.toString().substring(0, List.of(4, 7, 10).get(random.nextInt(3)));
    }

    private static boolean isOf(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.asText().equals(type)
                || (types.isArray() && types.toString().contains('"' + type + '"'));
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!isOf(one, "null")) {
                    return resolved(one);
                }
            }
        }
        return schema;
    }

    private static String any(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
