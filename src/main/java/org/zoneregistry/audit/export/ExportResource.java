package org.zoneregistry.audit.export;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;

/** The log as a file, over HTTP. */
@Path("/v1/audit/export")
@Tag(name = "Audit")
public class ExportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final EventLog log;
    private final Prefixes prefixes;
    private final LogExport export;

    ExportResource(EventLog log, Prefixes prefixes, LogExport export) {
        this.log = log;
        this.prefixes = prefixes;
        this.export = export;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            operationId = "exportLog",
            summary = "The log as a file",
            description = "One line for each event: its bytes as they are stored and hashed. The leaf of the tree is"
                    + " SHA-256(0x00 and the line without its line feed). Up to the head of the log at the time"
                    + " of the request; events recorded later are not in it. An answer that breaks off is not"
                    + " ended in order, which HTTP clients report as an error.")
    @APIResponse(
            responseCode = "200",
            description = "The events in the order of the log",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<StreamedAnswer>> get(
            @RestQuery("from")
                    @Parameter(
                            description = "The first position. Default: 1.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"),
                            example = "1")
                    @Nullable
                    String from,
            @RestQuery("to")
                    @Parameter(
                            description = "The last position. Default: the head of the log.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"),
                            example = "412")
                    @Nullable
                    String to) {
        var query = new QueryParameters();
        Long first = query.integer("from", from, 1, Long.MAX_VALUE);
        Long last = query.integer("to", to, 1, Long.MAX_VALUE);
        query.check();
        return CallerContext.returnTo(
                Uni.createFrom().completionStage(log::head).map(head -> answer(first, last, head.position())));
    }

    private RestResponse<StreamedAnswer> answer(@Nullable Long from, @Nullable Long to, long head) {
        notPastTheHead("from", from, head);
        notPastTheHead("to", to, head);
        long first = from == null ? 1 : from;
        long last = to == null ? head : to;
        if (to != null && first > last) {
            throw ProblemException.invalid(Violation.query("from", "must not be after to"));
        }
        return ResponseBuilder.<StreamedAnswer>create(200)
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .header("Content-Disposition", "attachment; filename=\"events-" + first + "-" + last + ".ndjson\"")
                .header(HttpHeaders.CACHE_CONTROL, to == null ? "no-store" : "public, max-age=31536000, immutable")
                .header(Answers.POSITION, Long.toString(last))
                .entity(new StreamedAnswer(export.lines(first, last)))
                .build();
    }

    private void notPastTheHead(String parameter, @Nullable Long position, long head) {
        if (position != null && position > head) {
            prefixes.refuseLost(position);
            throw ProblemException.invalid(
                    Violation.query(parameter, "must not be past the head of the log, which is " + head));
        }
    }
}
