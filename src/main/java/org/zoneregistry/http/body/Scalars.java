package org.zoneregistry.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;

/** How single JSON values become Java values: by their exact JSON type, without conversion. */
final class Scalars {

    /** Reads one value. Throws {@link IllegalArgumentException} with the reason. */
    interface Reader {
        Object read(JsonNode node);
    }

    private static final int LONGEST_INTEGER = 18;

    private final Map<Class<?>, Reader> readers = new HashMap<>();

    Scalars(Iterable<TextValue<?>> textValues) {
        readers.put(String.class, Scalars::text);
        readers.put(Boolean.class, Scalars::bool);
        readers.put(Long.class, Scalars::integer);
        readers.put(Integer.class, node -> fitting(integer(node)));
        readers.put(BigDecimal.class, Scalars::number);
        readers.put(AreaKm2.class, node -> new AreaKm2(number(node)));
        readers.put(ObjectNode.class, Scalars::object);
        readers.put(Money.class, written(Money::parse));
        readers.put(EffectiveDay.class, written(EffectiveDay::parse));
        readers.put(UUID.class, written(Scalars::uuid));
        textValues.forEach(value -> readers.put(value.type(), written(value::parse)));
    }

    /** The reader for a type, or null if the type is not a single value. */
    @Nullable
    Reader of(Class<?> type) {
        return type.isEnum() ? constants(type) : readers.get(type);
    }

    private static Reader written(Function<String, Object> parse) {
        return node -> parse.apply(text(node));
    }

    private static Reader constants(Class<?> type) {
        var byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> WireName.of((Enum<?>) constant), Function.identity()));
        var allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> WireName.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        return written(text -> {
            var constant = byName.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("must be one of " + allowed);
            }
            return constant;
        });
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("must be a string, not " + kind(node));
        }
        TextRules.broken(node.textValue()).ifPresent(broken -> {
            throw new IllegalArgumentException(broken);
        });
        return node.textValue();
    }

    private static Boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw new IllegalArgumentException("must be true or false, not " + kind(node));
        }
        return node.booleanValue();
    }

    private static Long integer(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("must be an integer, not " + kind(node));
        }
        if (node.bigIntegerValue().abs().toString().length() > LONGEST_INTEGER) {
            throw new IllegalArgumentException("must have at most " + LONGEST_INTEGER + " digits");
        }
        return node.longValue();
    }

    private static Integer fitting(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("must be from -2147483648 to 2147483647");
        }
        return (int) value;
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("must be a number, not " + kind(node));
        }
        return node.decimalValue();
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("must be an object, not " + kind(node));
    }

    private static UUID uuid(String text) {
        var malformed = "must be a UUID such as 0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11";
        try {
            var id = UUID.fromString(text);
            if (!id.toString().equals(text)) {
                throw new IllegalArgumentException(malformed);
            }
            return id;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(malformed, e);
        }
    }

    /** The kind of a value, in words for people. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> node.isIntegralNumber() ? "an integer" : "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "something else";
        };
    }
}
