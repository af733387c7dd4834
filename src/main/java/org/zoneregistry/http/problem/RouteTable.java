package org.zoneregistry.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of the resources by path, for the header Allow. Built on first use. */
@Singleton
public class RouteTable {

    private record Route(Pattern path, Method method, Set<String> methods) {}

    /** A template parameter, with its regular expression if it has one (which may contain one level of braces). */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

    private final BeanManager beans;
    private volatile @Nullable List<Route> routes;

    RouteTable(BeanManager beans) {
        this.beans = beans;
    }

    /** The methods of the resources at that path, sorted; empty if there is none. */
    public Set<String> methodsAt(String path) {
        var methods = new TreeSet<String>();
        at(path).forEach(route -> methods.addAll(route.methods()));
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** The methods that answer GET at that path. */
    public Stream<Method> answeringGet(String path) {
        return at(path).filter(route -> route.methods().contains(HttpMethod.GET))
                .map(Route::method);
    }

    private Stream<Route> at(String path) {
        var known = routes;
        if (known == null) {
            known = read();
            routes = known;
        }
        return known.stream().filter(route -> route.path().matcher(path).matches());
    }

    private List<Route> read() {
        var found = new ArrayList<Route>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var type = bean.getBeanClass();
            var base = type.getAnnotation(Path.class);
            if (base != null) {
                Arrays.stream(type.getMethods())
                        .filter(method -> !methods(method).isEmpty())
                        .forEach(method -> found.add(new Route(pattern(base, method), method, methods(method))));
            }
        }
        return List.copyOf(found);
    }

    private static Set<String> methods(Method method) {
        var methods = new TreeSet<String>();
        for (var annotation : method.getAnnotations()) {
            var http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                methods.add(http.value());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static Pattern pattern(Path base, Method method) {
        var own = method.getAnnotation(Path.class);
        var template = (base.value() + "/" + (own == null ? "" : own.value())).replaceAll("/+", "/");
        var regex = new StringBuilder();
        var parameter = PARAMETER.matcher(template);
        var end = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(template.substring(end, parameter.start())));
            regex.append(parameter.group(1) == null ? "[^/]+" : "(?:" + parameter.group(1) + ")");
            end = parameter.end();
        }
        var tail = template.substring(end);
        regex.append(Pattern.quote(tail.endsWith("/") ? tail.substring(0, tail.length() - 1) : tail));
        return Pattern.compile((template.startsWith("/") ? "" : "/") + regex + "/?");
    }
}
