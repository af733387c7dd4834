package org.zoneregistry.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The permissions of the methods of resources. */
@Singleton
public final class Operations {

    private final Map<String, Permission> permissions = new ConcurrentHashMap<>();
    private final Map<Method, Optional<Permission>> known = new ConcurrentHashMap<>();

    Operations(@Any Instance<FurtherOperations> further) {
        for (Permission permission : Permission.values()) {
            permission.operations().forEach(operation -> permissions.put(operation, permission));
        }
        further.forEach(more -> permissions.putAll(more.permissions()));
    }

    /** The permission of a method; empty if it has no row in the table. Nobody may call such a method. */
    public Optional<Permission> permission(Method method) {
        return known.computeIfAbsent(method, asked -> Optional.ofNullable(permissions.get(name(asked))));
    }

    /** Whether the method is a page for people. */
    static boolean isPage(Method method) {
        return name(method).startsWith("show");
    }

    /** The operationId; without one, class and method. */
    public static String name(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null || operation.operationId().isEmpty()
                ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
                : operation.operationId();
    }
}
