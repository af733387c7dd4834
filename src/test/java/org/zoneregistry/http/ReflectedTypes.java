package org.zoneregistry.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Our types whose members are registered for a native image: types with an annotation, and the types of answers and
 * bodies of resource methods with all their member types, which Quarkus registers.
 */
final class ReflectedTypes {

    private static final String OURS = "org.zoneregistry.";

    private final Set<Class<?>> found = new HashSet<>();

    private ReflectedTypes() {}

    /** Initialised on first use. */
    private static final class OfResources {

        private static final Set<Class<?>> ALL = find();

        private static Set<Class<?>> find() {
            var types = new ReflectedTypes();
            for (String directory : List.of("target/classes", "target/test-classes")) {
                classes(Path.of(directory))
                        .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                        .forEach(types::addMethodsOf);
            }
            return types.found;
        }

        private static Stream<Class<?>> classes(Path directory) {
            try (var files = Files.walk(directory.resolve(OURS.replace('.', '/')))) {
                return files
                        .filter(file -> file.toString().endsWith(".class"))
                        .map(file -> directory.relativize(file).toString())
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .filter(name -> !name.endsWith("-info"))
                        .<Class<?>>map(OfResources::load)
                        .toList()
                        .stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static Class<?> load(String name) {
            try {
                return Class.forName(name, false, ReflectedTypes.class.getClassLoader());
            } catch (ClassNotFoundException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    /** Fails if a type isn't registered. */
    static void require(Class<?> type) {
        if (type.getName().startsWith(OURS) && !isAnnotated(type) && !OfResources.ALL.contains(type)) {
            throw new IllegalStateException(type.getName()
                    + " is written or read as JSON, but not registered for native images: annotate it with"
                    + " @RegisterForReflection.");
        }
    }

    private static boolean isAnnotated(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (outer.isAnnotationPresent(RegisterForReflection.class)) {
                return true;
            }
        }
        return false;
    }

    private void addMethodsOf(Class<?> resource) {
        for (Method method : resource.getMethods()) {
            boolean answers = Arrays.stream(method.getAnnotations())
                    .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
            if (answers) {
                add(method.getGenericReturnType());
                Arrays.stream(method.getGenericParameterTypes()).forEach(this::add);
            }
        }
    }

    private void add(Type type) {
        switch (type) {
            case Class<?> plain -> addClass(plain.isArray() ? plain.componentType() : plain);
            case ParameterizedType parameterized -> {
                add(parameterized.getRawType());
                Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::add);
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
            case GenericArrayType array -> add(array.getGenericComponentType());
            default -> {} // a type variable, about which nothing is known
        }
    }

    private void addClass(Class<?> type) {
        if (type.getName().startsWith(OURS) && found.add(type)) {
            for (Field field : type.getDeclaredFields()) {
                add(field.getGenericType());
            }
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
            }
            if (type.getSuperclass() != null) {
                add(type.getSuperclass());
            }
        }
    }
}
