package org.zoneregistry.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.problem.ProblemMappers;

/**
 * Shows a page to a person whose request for a page is refused early: without the permission, after too many requests,
 * or while the issuer is away. A client that prefers JSON gets the problem as JSON. At the addresses of the OpenAPI
 * document everybody gets the problem as JSON, as the document says.
 */
@Singleton
public final class RefusedPages {

    private static final String PAGE = RefusedPages.class.getName();

    // filters are made before there is a database
    private final Instance<Pages> pages;

    RefusedPages(Instance<Pages> pages) {
        this.pages = pages;
    }

    /** Runs before the access filter. An answer of a filter doesn't tell which resource was asked. */
    @ServerRequestFilter(priority = 30, nonBlocking = true)
    public void mark(ResourceInfo resource, RoutingContext routing) {
        Operation operation = resource.getResourceMethod().getAnnotation(Operation.class);
        Produces produced = resource.getResourceMethod().getAnnotation(Produces.class);
        boolean isPage = operation != null
                && operation.hidden()
                && produced != null
                && List.of(produced.value()).contains(MediaType.TEXT_HTML);
        if (isPage && Accept.isForPeople(routing)) {
            routing.put(PAGE, true);
        }
    }

    /** A page that refuses by itself is HTML already, and has no answered problem. */
    @ServerResponseFilter
    public void show(ContainerResponseContext answer, RoutingContext routing) {
        if (routing.get(PAGE) != null) {
            ProblemMappers.answered(routing).ifPresent(problem -> pages.get().refuse(answer, problem, routing));
        }
    }
}
