package org.zoneregistry.pages.briefing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.statistics.briefing.BriefingResource;

/** The press conference as a page. */
@Path("/briefing")
@BlankIsAbsent
public class BriefingPageResource {

    private static final String STATED_YEAR = "2022";

    private final Pages pages;
    private final Answered answered;
    private final BriefingResource briefings;

    BriefingPageResource(Pages pages, Answered answered, BriefingResource briefings) {
        this.pages = pages;
        this.answered = answered;
        this.briefings = briefings;
    }

    @CheckedTemplate(basePath = "briefing")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Shell shell, Briefing briefing);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showBriefing", hidden = true)
    public Uni<RestResponse<byte[]>> get(@BeanParam PageAsked asked, @RestQuery("year") @Nullable String year) {
        String of = year == null || year.isBlank() ? STATED_YEAR : year;
        return pages.show(
                asked,
                new QueryParameters(),
                visit -> answered.by(briefings.get(visit.asKnown(), of)),
                (visit, data) -> subject(visit, data.path("year").asText()),
                (visit, shell, data) -> Uni.createFrom().item(Templates.page(shell, Briefing.of(visit, data))));
    }

    private static Subject subject(Visit visit, String year) {
        String query = visit.query("/v1/statistics/briefing", "year", year);
        return new Subject("briefing", "Briefing on the zones in " + year, year + " 年特殊监管区域发布", false, query, query);
    }
}
