package org.zoneregistry.http.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's members and its constructor: the reflection for binding, done once for each type. */
final class RecordShape {

    /**
     * One member.
     *
     * @param name the name in requests
     * @param component the record's component, which has the same name unless {@link JsonProperty} gives another
     */
    record Member(String name, String component, Type type, boolean required) {}

    private static final List<Class<? extends Annotation>> REQUIRED =
            List.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        var components = type.getRecordComponents();
        for (var component : components) {
            var field = field(type, component);
            var named = field.getAnnotation(JsonProperty.class);
            var member = new Member(
                    named == null ? component.getName() : named.value(),
                    component.getName(),
                    component.getGenericType(),
                    REQUIRED.stream().anyMatch(field::isAnnotationPresent));
            members.put(member.name(), member);
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is not registered for reflection", e);
        }
    }

    Map<String, Member> members() {
        return members;
    }

    /**
     * Makes the record.
     *
     * @throws IllegalArgumentException if the record's own constructor throws it
     */
    Object create(List<@Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> type, RecordComponent component) {
        try {
            // Constraints can't be put on record components themselves; the compiler copies them to the fields.
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(type + " is not registered for reflection", e);
        }
    }
}
