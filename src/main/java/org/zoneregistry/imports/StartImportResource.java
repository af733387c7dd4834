package org.zoneregistry.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.StreamedBody;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.http.query.RequestHeaders;
import org.zoneregistry.imports.body.FileForm;
import org.zoneregistry.imports.job.ImportJob;

/** Takes a file of trade entries, over HTTP. */
@Path("/v1/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD) // any type, because the answer to a wrong one lists the right ones
public class StartImportResource {

    private static final String CSV_EXAMPLE = """
            entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value
            CN-2022-000017,new-harbour,2022-12,export,bonded-processing,84,,DE,1250000.00
            """;
    private static final String NDJSON_EXAMPLE = """
            {"entryId": "CN-2022-000017", "zone": "new-harbour", "period": "2022-12", "direction": "export", \
            "businessForm": "bonded-processing", "hsChapter": "84", "partner": "DE", "value": "1250000.00"}
            """;

    private final Imports imports;

    StartImportResource(Imports imports) {
        this.imports = imports;
    }

    /** The headers of the request. */
    @RegisterForReflection
    public static class Headers {

        @RestHeader(CommandRequest.IDEMPOTENCY_KEY)
        @Parameter(
                description =
                        "1 to 128 printable ASCII characters, new for every new file. The import can be found by it at"
                                + " once: GET /v1/imports?idempotencyKey=… shows its progress. The same file with the"
                                + " same key, compressed or not, is imported once. Another file is refused, also while"
                                + " the first is being sent. If an import was interrupted or has failed, the same key"
                                + " begins it again.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
                example = "customs-office-0231-2022-12")
        public @Nullable String idempotencyKey;

        @RestHeader(CommandRequest.CORRELATION_ID)
        @Parameter(
                description = "Recorded with every event of the import, and returned. If it is absent, the registry"
                        + " makes one.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
                example = "customs-office-0231-2022-12")
        public @Nullable String correlationId;

        @Context
        public RoutingContext routing;

        /** Called by quarkus-rest, which sets the fields. */
        @SuppressWarnings("NullAway.Init") // the fields are injected
        public Headers() {}
    }

    @POST
    @StreamedBody
    @Operation(
            operationId = "startImport",
            summary = "Send a file of trade entries",
            description =
                    "One entry in a line, as CSV (RFC 4180) with a header line that names the columns in any order, or"
                            + " as JSON objects. Compressed with gzip or not, of any size. Each line is decided like a"
                            + " single command: good lines are recorded. The others are reported with their numbers,"
                            + " also lines that are not CSV, JSON or UTF-8. The same file sent twice adds nothing."
                            + " Damage to a compressed file ends the import. The answer comes when the whole file has"
                            + " been read and every line is decided.")
    @APIResponse(
            responseCode = "202",
            description = "The file has been read; the import counts the results",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJob.class)))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = FileForm.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE)),
                @Content(
                        mediaType = FileForm.NDJSON,
                        schema = @Schema(description = "One such object in each line."),
                        examples = @ExampleObject(name = "ndjson", value = NDJSON_EXAMPLE))
            })
    public Uni<RestResponse<ImportJob>> post(@BeanParam Headers headers) {
        var request = headers.routing.request();
        var form = FileForm.of(all(request, HttpHeaders.CONTENT_TYPE), all(request, HttpHeaders.CONTENT_ENCODING));
        var report = new QueryParameters();
        var fields = new RequestHeaders(request, report);
        var key = fields.read(CommandRequest.IDEMPOTENCY_KEY, CommandRequest::key);
        var origin = CommandRequest.origin(headers.routing, fields);
        report.check();
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        var bytes = length == null ? null : Long.valueOf(length);
        return imports.receive(headers.routing, request, bytes, form, key, origin)
                .map(received -> {
                    var job = received.job();
                    var answer = ResponseBuilder.<ImportJob>create(202)
                            .header(HttpHeaders.LOCATION, URI.create(ImportJob.path(job.id())))
                            .entity(job);
                    if (job.position() > 0) {
                        answer.header(Answers.POSITION, Long.toString(job.position()));
                    }
                    if (received.replayed()) {
                        answer.header(CommandRequest.REPLAYED, "true");
                    }
                    return answer.build();
                });
    }

    /** Joins the values if the header is given several times (RFC 9110, 5.3). */
    private static @Nullable String all(HttpServerRequest request, String header) {
        var values = request.headers().getAll(header);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
