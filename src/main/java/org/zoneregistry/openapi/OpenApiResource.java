package org.zoneregistry.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/**
 * The OpenAPI document at its usual address. The extension's own route neither compresses it nor sets an entity tag, so
 * a resource answers it.
 */
@Path("/openapi")
public class OpenApiResource {

    private static final String YAML = "application/yaml";
    private static final String ONLY_DOCUMENT = "<default>";

    private final OpenApiDocumentService documents;

    OpenApiResource(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /** The document in the form of the parameter {@code format}, or else of {@code Accept}. */
    @GET
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getOpenApi", hidden = true)
    public RestResponse<byte[]> document(@RestQuery Optional<String> format, @Context RoutingContext routing) {
        boolean isJson = format.map(OpenApiResource::isJson)
                .orElseGet(() -> MediaType.APPLICATION_JSON.equals(Accept.chosen(routing)));
        return ResponseBuilder.ok(documents.getDocument(ONLY_DOCUMENT, isJson ? Format.JSON : Format.YAML))
                .header(HttpHeaders.CONTENT_TYPE, (isJson ? MediaType.APPLICATION_JSON : YAML) + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case "json", "JSON" -> true;
            case "yaml", "YAML" -> false;
            default -> throw ProblemException.invalid(Violation.query("format", "must be json or yaml"));
        };
    }
}
