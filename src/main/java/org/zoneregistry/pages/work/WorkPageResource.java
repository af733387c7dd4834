package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Access;
import org.zoneregistry.access.Permission;
import org.zoneregistry.asof.Page;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.imports.ImportsResource;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.projections.rebuild.ProjectionsResource;

/**
 * Forms for commands and imports, as a page. The page sends the same requests as other clients of the API, and offers
 * what the visitor may do.
 */
@Path("/work")
@BlankIsAbsent
public class WorkPageResource {

    private static final String FIRST = "convert";

    private final Pages pages;
    private final Answered answered;
    private final ImportsResource imports;
    private final ProjectionsResource projections;
    private final Access access;

    WorkPageResource(
            Pages pages, Answered answered, ImportsResource imports, ProjectionsResource projections, Access access) {
        this.pages = pages;
        this.answered = answered;
        this.imports = imports;
        this.projections = projections;
        this.access = access;
    }

    @CheckedTemplate(basePath = "work")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Shell shell, Work work);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showWork", hidden = true)
    public Uni<RestResponse<byte[]>> get(
            @BeanParam PageAsked asked,
            @RestQuery("task") @Nullable String task,
            @RestQuery("zone") @Nullable String zone) {
        var query = new QueryParameters();
        Task chosen = query.read("task", task == null || task.isBlank() ? FIRST : task, Task::named);
        return pages.show(
                asked,
                query,
                visit -> new Subject("work", "Work on the registry", "登记办理", false, "/v1/imports", false),
                (visit, shell) -> seen(visit.request()).map(seen -> {
                    List<Task> offered = Task.ALL.stream()
                            .filter(one -> access.offers(visit.request(), one.permission()))
                            .toList();
                    Task shown = offered.contains(chosen)
                            ? chosen
                            : offered.stream().findFirst().orElse(null);
                    return Templates.page(shell, Work.of(visit, offered, shown, zone, seen));
                }));
    }

    private Uni<Work.Seen> seen(RoutingContext request) {
        var page = new Page();
        page.limit = "20";
        boolean isImporting = access.offers(request, Permission.TRADE);
        return ifOffered(request, Permission.IMPORTS, () -> imports.list(page, request, null))
                .chain(jobs -> ifOffered(request, Permission.PROJECTIONS, projections::list)
                        .map(models -> new Work.Seen(jobs.orElse(null), models.orElse(null), isImporting)));
    }

    private Uni<Optional<JsonNode>> ifOffered(
            RoutingContext request, Permission permission, Supplier<Uni<? extends RestResponse<?>>> answer) {
        return access.offers(request, permission)
                ? answered.by(answer.get()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }
}
