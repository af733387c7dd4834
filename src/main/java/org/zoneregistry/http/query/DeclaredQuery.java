package org.zoneregistry.http.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.body.TextRules;
import org.zoneregistry.http.body.Violations;
import org.zoneregistry.http.problem.Violation;

/**
 * Refuses query parameters that the resource method does not declare, and repeated ones that it declares once. The
 * declarations are its {@code @RestQuery} and {@code @QueryParam} annotations, including those of its
 * {@code @BeanParam} classes; the OpenAPI document is made from the same annotations. Resources with rows also take the
 * parameter of {@link RowForms}. It also refuses values that break {@link TextRules}, even for parameters that the
 * resource ignores. A parameter can be repeated if its Java type is a collection.
 */
public class DeclaredQuery {

    /** For each method: whether a parameter may be repeated, by its name. */
    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = 200, nonBlocking = true)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known = declared.computeIfAbsent(
                resource.getResourceMethod(), method -> parameters(method, resource.getResourceClass()));
        var violations = new Violations();
        given.forEach((name, values) -> {
            var repeatable = known.get(name);
            if (repeatable == null) {
                violations.add(Violation.query(QueryParameters.shown(name), "is not a parameter of this resource"));
            } else if (!repeatable && values.size() > 1) {
                violations.add(Violation.query(name, "must be given only once"));
            } else if (values.contains("") && !resource.getResourceClass().isAnnotationPresent(BlankIsAbsent.class)) {
                violations.add(Violation.query(name, "must not be empty; leave it out instead"));
            } else {
                values.stream()
                        .flatMap(value -> TextRules.broken(value).stream())
                        .findFirst()
                        .ifPresent(broken -> violations.add(Violation.query(name, broken)));
            }
        });
        violations.throwIfAny();
    }

    /** The query parameters that a resource method declares. */
    public static Set<String> names(Method method) {
        return parameters(method, method.getDeclaringClass()).keySet();
    }

    private static Map<String, Boolean> parameters(Method method, Class<?> resource) {
        var found = new HashMap<String, Boolean>();
        if (RowForms.areOffered(method, resource)) {
            found.put(RowForms.PARAMETER, false);
        }
        for (var parameter : method.getParameters()) {
            add(found, parameter, parameter.getName(), parameter.getType());
        }
        return Map.copyOf(found);
    }

    private static void add(Map<String, Boolean> found, AnnotatedElement element, String javaName, Class<?> type) {
        var restQuery = element.getAnnotation(RestQuery.class);
        var queryParam = element.getAnnotation(QueryParam.class);
        if (restQuery != null) {
            found.put(
                    restQuery.value().isEmpty() ? javaName : restQuery.value(),
                    Collection.class.isAssignableFrom(type));
        } else if (queryParam != null) {
            found.put(queryParam.value(), Collection.class.isAssignableFrom(type));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> holder = type; holder != null && holder != Object.class; holder = holder.getSuperclass()) {
                for (var field : holder.getDeclaredFields()) {
                    add(found, field, field.getName(), field.getType());
                }
            }
        }
    }
}
