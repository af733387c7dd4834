package org.zoneregistry.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

/** Makes records from JSON trees. It does not stop at the first violation; a part with a violation becomes null. */
final class RecordBinder {

    /** More than any list of a command may have. A longer one is refused before its elements are read. */
    private static final int MOST_ELEMENTS = 1_000;

    private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();
    private final Scalars scalars;
    private final Validator validator;

    RecordBinder(Scalars scalars, Validator validator) {
        this.scalars = scalars;
        this.validator = validator;
    }

    /** The record, or null if a violation was reported. */
    @Nullable
    Object record(Class<?> type, JsonNode node, String pointer, Violations violations) {
        if (!(node instanceof ObjectNode object)) {
            violations.add(pointer, "must be an object, not " + Scalars.kind(node));
            return null;
        }
        var before = violations.count();
        var shape = shapes.computeIfAbsent(type, RecordShape::new);
        for (var given : object.properties()) {
            if (!shape.members().containsKey(given.getKey())) {
                violations.add(Pointer.member(pointer, given.getKey()), "is not a known member");
                if (violations.areEnough()) {
                    return null;
                }
            }
        }
        var values = new ArrayList<@Nullable Object>();
        for (var member : shape.members().values()) {
            values.add(member(type, member, object, pointer, violations));
        }
        if (violations.count() > before) {
            return null;
        }
        try {
            Object made = shape.create(values);
            if (made instanceof DatedBody dated) {
                dated.day();
            }
            return made;
        } catch (BrokenMember broken) {
            violations.add(Pointer.member(pointer, broken.member()), message(broken));
            return null;
        } catch (IllegalArgumentException refused) {
            violations.add(pointer, message(refused));
            return null;
        }
    }

    private @Nullable Object member(
            Class<?> type, RecordShape.Member member, ObjectNode object, String parent, Violations violations) {
        var pointer = Pointer.member(parent, member.name());
        var node = object.get(member.name());
        if (node == null || node.isNull()) {
            if (member.required()) {
                violations.add(pointer, "is required");
            }
            return null;
        }
        var before = violations.count();
        var value = value(member.type(), node, pointer, violations);
        if (value == null) {
            return null;
        }
        // A list is checked even if some elements are null because they were reported.
        for (var broken : validator.validateValue(type, member.component(), value)) {
            var at = inside(pointer, broken.getPropertyPath());
            if (!violations.isReported(at)) {
                violations.add(at, broken.getMessage());
            }
        }
        return violations.count() > before ? null : value;
    }

    private @Nullable Object value(Type type, JsonNode node, String pointer, Violations violations) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(list.getActualTypeArguments()[0], node, pointer, violations);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(type + " can't be a member of a request body");
        }
        if (plain.isRecord() && scalars.of(plain) == null) {
            return record(plain, node, pointer, violations);
        }
        var reader = scalars.of(plain);
        if (reader == null) {
            throw new IllegalStateException(
                    type + " can't be a member of a request body; is there a TextValue for it?");
        }
        try {
            return reader.read(node);
        } catch (IllegalArgumentException refused) {
            violations.add(pointer, message(refused));
            return null;
        }
    }

    /** The elements; null for each element that was reported. */
    private @Nullable List<@Nullable Object> list(
            Type elementType, JsonNode node, String pointer, Violations violations) {
        if (!(node instanceof ArrayNode array)) {
            violations.add(pointer, "must be an array, not " + Scalars.kind(node));
            return null;
        }
        if (array.size() > MOST_ELEMENTS) {
            violations.add(pointer, "must have at most " + MOST_ELEMENTS + " elements");
            return null;
        }
        var elements = new ArrayList<@Nullable Object>(array.size());
        for (var index = 0; index < array.size(); index++) {
            if (violations.areEnough()) {
                return null;
            }
            var at = Pointer.element(pointer, index);
            if (array.get(index).isNull()) {
                violations.add(at, "must not be null");
                elements.add(null);
            } else {
                elements.add(value(elementType, array.get(index), at, violations));
            }
        }
        return elements;
    }

    /** The pointer of a violation in a member or, further down its path, in an element. */
    private static String inside(String member, Path path) {
        var pointer = member;
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer = Pointer.element(pointer, node.getIndex());
            }
        }
        return pointer;
    }

    private static String message(IllegalArgumentException refused) {
        return refused.getMessage() == null ? "is not valid" : refused.getMessage();
    }
}
