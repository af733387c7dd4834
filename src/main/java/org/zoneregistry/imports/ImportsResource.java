package org.zoneregistry.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.asof.Cursors;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.imports.job.ImportJob;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.process.CallerContext;

/** The list of imports, over HTTP. */
@Path("/v1/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private final ImportJobs jobs;
    private final Cursors cursors;

    ImportsResource(ImportJobs jobs, Cursors cursors) {
        this.jobs = jobs;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listImports",
            summary = "Imports and how far they have come",
            description =
                    "The latest first. A running import can be found by the Idempotency-Key of the request that sends"
                            + " its file.")
    public Uni<RestResponse<List<ImportJob>>> list(
            @BeanParam Page page,
            @Context RoutingContext routing,
            @RestQuery("idempotencyKey")
                    @Parameter(
                            description = "The import that was sent with this Idempotency-Key.",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
                    @Nullable
                    String idempotencyKey) {
        HttpServerRequest request = routing.request();
        String owner = Granted.of(routing).owner();
        var query = new QueryParameters();
        String key = query.read("idempotencyKey", idempotencyKey, CommandRequest::key);
        var asked = cursors.asked(request, page, query);
        query.check();
        return CallerContext.returnTo(Uni.createFrom()
                .completionStage(
                        () -> jobs.list(key, asked.after().map(UUID::fromString).orElse(null), asked.fetch(), owner))
                .map(found -> cursors.answer(
                        request,
                        asked,
                        Rows.of(asked, found, job -> List.of(job.id().toString())),
                        rows -> rows)));
    }
}
