package org.zoneregistry.pages.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;

/** The first page. Clients that want JSON get "not found". */
@Path("/")
@BlankIsAbsent
public class DashboardResource {

    private static final Set<String> MEASURES = Set.of("zones", "trade", "share");

    private final Pages pages;
    private final Figures figures;

    DashboardResource(Pages pages, Figures figures) {
        this.pages = pages;
        this.figures = figures;
    }

    @CheckedTemplate(basePath = "dashboard")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Shell shell, Dashboard dashboard);
    }

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "showDashboard", hidden = true)
    public Uni<RestResponse<byte[]>> get(
            @BeanParam PageAsked asked, @RestQuery("map") @Nullable String map, @Context RoutingContext routing) {
        if (!MediaType.TEXT_HTML.equals(Accept.chosen(routing))) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND, "There is no JSON at this address. GET /openapi describes the API.");
        }
        var query = new QueryParameters();
        String measure = map == null || map.isEmpty() ? "zones" : query.read("map", map, DashboardResource::measure);
        return pages.show(
                asked,
                query,
                visit -> new Subject(
                        "dashboard",
                        "The zones",
                        "特殊监管区域",
                        true,
                        visit.queryOnDay("/v1/statistics/composition"),
                        visit.queryOnDay("/v1/statistics/composition")),
                (visit, shell) -> figures.of(visit, measure == null ? "zones" : measure)
                        .map(dashboard -> Templates.page(shell, dashboard)));
    }

    private static String measure(String name) {
        if (!MEASURES.contains(name)) {
            throw new IllegalArgumentException("must be one of zones, trade, share");
        }
        return name;
    }
}
