package org.zoneregistry.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Scope;
import org.zoneregistry.asof.Cursors;
import org.zoneregistry.asof.Page;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.ProgressEvents;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.imports.job.ImportJob;
import org.zoneregistry.imports.job.ImportJob.RefusedLine;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.imports.job.Refusal;
import org.zoneregistry.process.CallerContext;

/** One import, over HTTP: its state, its progress, and its refused lines. */
@Path("/v1/imports/{id}")
@Tag(name = "Imports")
public class ImportResource {

    private static final String ID = "The id of the import, from the header Location.";

    private final ImportJobs jobs;
    private final Imports imports;
    private final RefusedLines refused;
    private final ProgressEvents progress;
    private final Cursors cursors;

    ImportResource(ImportJobs jobs, Imports imports, RefusedLines refused, ProgressEvents progress, Cursors cursors) {
        this.cursors = cursors;
        this.jobs = jobs;
        this.imports = imports;
        this.refused = refused;
        this.progress = progress;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getImport",
            summary = "An import and how far it has come",
            description =
                    "With a page of the refused lines, in the order of the file: number, problem type, and reason.")
    public Uni<RestResponse<ImportJob>> get(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @BeanParam Page page,
            @Context RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean isState = Granted.of(routing).scope() == Scope.STATE;
        var query = new QueryParameters();
        var asked = cursors.asked(request, page, query);
        query.check();
        long after = asked.after().map(Long::valueOf).orElse(0L);
        return CallerContext.returnTo(find(id, routing)
                .flatMap(job -> stage(() -> jobs.refusals(job.id(), isState ? Long.MAX_VALUE : after, asked.fetch()))
                        .map(found -> {
                            var answer = ResponseBuilder.<ImportJob>create(200)
                                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                    .entity(job.with(asked.page(found).stream()
                                            .map(ImportResource::line)
                                            .toList()));
                            cursors.next(request, asked, found, Refusal::line)
                                    .ifPresent(next -> answer.header(HttpHeaders.LINK, next));
                            return answer.build();
                        })));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description =
                    "Possible at any time, and more than once. Recorded entries stay. Lines that are being decided at"
                            + " this moment may still be recorded. The request that sends the file is answered. An"
                            + " import that has ended before keeps its state. The same file under the same"
                            + " Idempotency-Key is answered with the cancelled import; under another key it is"
                            + " imported.")
    public Uni<RestResponse<ImportJob>> cancel(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @Context RoutingContext routing) {
        return CallerContext.returnTo(find(id, routing)
                        .call(job -> stage(() -> imports.cancel(job.id())))
                        .chain(job -> find(id, routing)))
                .map(NoStore::answer);
    }

    @GET
    @Path("/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchImport",
            summary = "An import's progress as it happens",
            description =
                    "Server-sent events of the type progress, each with the import as JSON, twice a second. The last"
                            + " one comes when the import has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The import, twice a second",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "204", description = "The client has seen the end: do not connect again")
    public Uni<RestResponse<StreamedAnswer>> progress(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @RestHeader(ProgressEvents.LAST_EVENT_ID)
                    @Parameter(description = "Sent by a browser that reconnects.", example = "running")
                    @Nullable
                    String lastEventId,
            @Context RoutingContext routing) {
        return CallerContext.returnTo(find(id, routing)
                .map(job -> progress.answer(lastEventId, job, find(id, routing), ImportJob::hasEnded)));
    }

    @GET
    @Path("/refused")
    @Produces(RowForms.CSV)
    @Operation(
            operationId = "getRefusedLines",
            summary = "The refused lines of an import as a file",
            description =
                    "The columns of the file that was sent, and a last column problem with the reason. Correct the"
                            + " lines and send the file: the column problem is ignored. If very many lines were"
                            + " refused, the file has the first 10,000, and fewer if they are long; refusedNotKept is"
                            + " the number of the missing ones.")
    @APIResponse(
            responseCode = "200",
            description = "The refused lines, in the order of the file",
            content = @Content(mediaType = RowForms.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<StreamedAnswer>> refused(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @Context RoutingContext routing) {
        return CallerContext.returnTo(find(id, routing)
                .map(job -> NoStore.stream(RowForms.CSV + ";charset=UTF-8;header=present", refused.of(job.id()))));
    }

    /** Fails with {@code import-not-found} for an import that the caller may not see. */
    private Uni<ImportJob> find(String text, RoutingContext routing) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().failure(missing(text));
        }
        return stage(() -> jobs.find(id, Granted.of(routing).owner()))
                .map(found -> found.orElseThrow(() -> missing(id.toString())));
    }

    private static ProblemException missing(String id) {
        return ProblemException.of(
                ProblemType.IMPORT_NOT_FOUND, "No import has the id " + id + ". GET /v1/imports lists all imports.");
    }

    private static RefusedLine line(Refusal refusal) {
        return new RefusedLine(refusal.line(), "/problems/" + refusal.code(), refusal.detail());
    }

    private static <T extends @Nullable Object> Uni<T> stage(Supplier<CompletionStage<T>> stage) {
        return Uni.createFrom().completionStage(stage);
    }
}
