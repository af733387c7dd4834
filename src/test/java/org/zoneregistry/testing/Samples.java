package org.zoneregistry.testing;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;

/** Values of any type, to make a record in which no component is absent. */
public final class Samples {

    private Samples() {}

    /** The names of a record's components, in their order. */
    public static List<String> components(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** A record with a value for every component. */
    public static <R extends Record> R full(Class<R> type) {
        return make(
                type,
                Stream.of(type.getRecordComponents())
                        .map(component -> of(component.getType()))
                        .toArray());
    }

    /** A record with a value for one component alone; all others are {@code null}. */
    public static <R extends Record> R only(Class<R> type, String name) {
        return make(
                type,
                Stream.of(type.getRecordComponents())
                        .<@Nullable Object>map(
                                component -> component.getName().equals(name) ? of(component.getType()) : null)
                        .toArray());
    }

    private static <R extends Record> R make(Class<R> type, @Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(failed.toString(), failed);
        }
    }

    private static Object of(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return "CN-JS"; // a text, a name, and the code of a province
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        if (type == Integer.class || type == int.class) {
            return 1;
        }
        if (type == Long.class || type == long.class) {
            return 1L;
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == ZoneCode.class) {
            return new ZoneCode("a");
        }
        if (type.isRecord()) {
            return full(type.asSubclass(Record.class));
        }
        throw new AssertionError("Samples has no value of " + type.getName() + ": add one to Samples.of");
    }
}
