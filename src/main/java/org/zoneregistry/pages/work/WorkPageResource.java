package org.zoneregistry.pages.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
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

/** Forms for commands and imports, as a page. The page sends the same requests as other clients of the API. */
@Path("/work")
@BlankIsAbsent
public class WorkPageResource {

    private static final String FIRST = "convert";

    private final Pages pages;
    private final Answered answered;
    private final ImportsResource imports;
    private final ProjectionsResource projections;

    WorkPageResource(Pages pages, Answered answered, ImportsResource imports, ProjectionsResource projections) {
        this.pages = pages;
        this.answered = answered;
        this.imports = imports;
        this.projections = projections;
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
        var page = new Page();
        page.limit = "20";
        return pages.show(
                asked,
                query,
                visit -> new Subject("work", "Work on the registry", "登记办理", false, "/v1/imports", false),
                (visit, shell) -> answered.by(imports.list(page, visit.request(), null))
                        .chain(jobs -> answered.by(projections.list())
                                .map(models -> Templates.page(
                                        shell, Work.of(visit, Objects.requireNonNull(chosen), zone, jobs, models)))));
    }
}
