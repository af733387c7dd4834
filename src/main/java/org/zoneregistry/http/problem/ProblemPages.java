package org.zoneregistry.http.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Accept;

/** The pages at the {@code type} addresses of problems: HTML for people, JSON on request. */
@Path("/problems")
@Tag(name = "Problems")
public class ProblemPages {

    /**
     * One problem type, for its page.
     *
     * @param type the {@code type} member, which is the page's address
     */
    @RegisterForReflection
    @Schema(name = "ProblemType", description = "A problem type, as its page shows it.")
    public record Page(String type, String code, int status, String title, String documentation, String exampleDetail) {

        static Page of(ProblemType type) {
            return new Page(
                    type.uri().toString(),
                    type.code(),
                    type.status(),
                    type.title(),
                    type.documentation(),
                    type.exampleDetail());
        }
    }

    @CheckedTemplate(basePath = "problems")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance list(List<Page> pages, Optional<String> notice);

        static native TemplateInstance page(Page page, Optional<String> notice);
    }

    private final PageNotice pageNotice;

    ProblemPages(PageNotice pageNotice) {
        this.pageNotice = pageNotice;
    }

    /** All problem types, by code. */
    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "listProblemTypes", summary = "Every problem type that the registry answers with")
    @APIResponse(
            responseCode = "200",
            description = "The problem types",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page[].class))
            })
    public Uni<RestResponse<Object>> list(@Context RoutingContext routing) {
        var pages = Arrays.stream(ProblemType.values()).map(Page::of).toList();
        return answer(routing, pages, Templates.list(pages, pageNotice.notice()));
    }

    /** One problem type. */
    @GET
    @Path("{code}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getProblemType", summary = "What a problem type means and what to do about it")
    @APIResponse(
            responseCode = "200",
            description = "The problem type",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page.class))
            })
    public Uni<RestResponse<Object>> get(
            @RestPath @Parameter(description = "The problem type's code.", example = "validation") String code,
            @Context RoutingContext routing) {
        var page = Page.of(ProblemType.of(code)
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.NOT_FOUND, "There is no such problem type; see /problems.")));
        return answer(routing, page, Templates.page(page, pageNotice.notice()));
    }

    private static Uni<RestResponse<Object>> answer(RoutingContext routing, Object json, TemplateInstance html) {
        if (MediaType.APPLICATION_JSON.equals(Accept.chosen(routing))) {
            return Uni.createFrom().item(answer(json, MediaType.APPLICATION_JSON));
        }
        return html.createUni().map(text -> answer(text, MediaType.TEXT_HTML + ";charset=UTF-8"));
    }

    private static RestResponse<Object> answer(Object body, String mediaType) {
        return ResponseBuilder.<Object>create(200)
                .entity(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
