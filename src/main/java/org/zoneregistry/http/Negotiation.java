package org.zoneregistry.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Chooses one of the media types in the resource's {@code @Produces} for the client, before any work is done. */
@Singleton
public class Negotiation {

    private final Map<Method, String[]> offered = new ConcurrentHashMap<>();

    private final BodyWriter writer;

    Negotiation(BodyWriter writer) {
        this.writer = writer;
    }

    /** Runs before the body is read. */
    @ServerRequestFilter(priority = 50, nonBlocking = true)
    public void choose(ResourceInfo resource, RoutingContext routing) {
        String[] types = offered.computeIfAbsent(
                resource.getResourceMethod(), method -> RowForms.offered(method, resource.getResourceClass()));
        if (types.length == 0) {
            return;
        }
        List<String> named = routing.queryParam(RowForms.PARAMETER);
        // DeclaredQuery refuses a parameter that is given twice, or where there are no rows
        if (named.size() == 1 && List.of(types).contains(RowForms.XLSX)) {
            Accept.choose(routing, RowForms.named(named.getFirst()));
        } else {
            Accept.negotiate(routing, types);
        }
    }

    /** Sets Vary: the answer depends on the Accept header, even if the answer is that no type fits. */
    @ServerResponseFilter
    public void vary(ContainerResponseContext answer) {
        var fields = new LinkedHashSet<String>(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING));
        answer.getHeaders()
                .getOrDefault(HttpHeaders.VARY, List.of())
                .forEach(given -> fields.addAll(List.of(given.toString().split(", *", -1))));
        answer.getHeaders().putSingle(HttpHeaders.VARY, String.join(", ", fields));
    }

    /** Gives HEAD the headers of GET; quarkus-rest calls no writer for it. Runs after all filters that set headers. */
    @ServerResponseFilter(priority = 100)
    public void head(ContainerResponseContext answer, HttpServerRequest request) throws IOException {
        Object body = answer.getEntity();
        if (body != null && HttpMethod.HEAD.equals(request.method().name())) {
            Integer length = body instanceof StreamedAnswer ? null : writer.bytes(body).length;
            Compression.isChosen(request, answer.getHeaders(), answer.getMediaType(), length);
        }
    }
}
