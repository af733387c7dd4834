package org.zoneregistry.pages.work;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;

/** Forms for commands and imports, as a page. It offers what the visitor may do. */
@Path("/work")
@BlankIsAbsent
public class WorkPageResource {

    private static final String FIRST = "convert";

    /** The first task for a fact. */
    private static final String OF_FACT = "amend-fact";

    private final Pages pages;
    private final WorkView view;

    WorkPageResource(Pages pages, WorkView view) {
        this.pages = pages;
        this.view = view;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showWork", hidden = true)
    public Uni<RestResponse<byte[]>> get(
            @BeanParam PageAsked asked,
            @RestQuery("task") @Nullable String task,
            @RestQuery("zone") @Nullable String zone,
            @RestQuery("fact") @Nullable String fact) {
        var query = new QueryParameters();
        String first = fact == null || fact.isBlank() ? FIRST : OF_FACT;
        Task chosen = query.read("task", task == null || task.isBlank() ? first : task, Task::named);
        var values = new HashMap<String, String>();
        if (zone != null) {
            values.put(Field.ZONE, zone);
        }
        if (fact != null) {
            values.put(Field.FACT, fact);
        }
        Draft draft = Draft.blank(values);
        return pages.show(
                        asked,
                        query,
                        visit -> WorkView.subject(),
                        (visit, shell) -> view.of(visit, shell, chosen, draft, null))
                .invoke(WorkPageResource::keepNowhere);
    }

    /** Each form has a key of its own, which no other visitor may get. */
    private static void keepNowhere(RestResponse<byte[]> page) {
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
