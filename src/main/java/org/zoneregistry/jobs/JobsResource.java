package org.zoneregistry.jobs;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.asof.Cursors;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.ProgressEvents;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.process.CallerContext;

/** Jobs of all kinds, over HTTP. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final String ID = "The job: the id of the import, rebuild, copy or verification.";
    private static final Pattern KIND = Pattern.compile("[a-z]++(?:-[a-z]++)*+");

    private final Jobs jobs;
    private final ProgressEvents progress;
    private final Cursors cursors;

    JobsResource(Jobs jobs, ProgressEvents progress, Cursors cursors) {
        this.jobs = jobs;
        this.progress = progress;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listJobs",
            summary = "Jobs of all kinds and their progress",
            description = "Imports, rebuilds, copies, verifications, and the publication of the log to Kafka if it is"
                    + " enabled; the latest first. The member address leads to more about a job.")
    public Uni<RestResponse<List<Job>>> list(
            @BeanParam Page page,
            @Context RoutingContext routing,
            @RestQuery("kind")
                    @Parameter(
                            description = "Jobs of these kinds: import, rebuild, copy, verification, publication.",
                            example = "import")
                    List<String> kind,
            @RestQuery("state") @Parameter(description = "Jobs in these states.", example = "running")
                    List<String> state) {
        HttpServerRequest request = routing.request();
        var query = new QueryParameters();
        var kinds = query.each("kind", kind, JobsResource::kind);
        var states = query.eachNameOf("state", state, Job.State.class);
        var asked = cursors.asked(request, page, query);
        query.check();
        return CallerContext.returnTo(jobs.list(
                        kinds,
                        states,
                        asked.after().map(UUID::fromString),
                        Granted.of(routing).owner(),
                        asked.fetch()))
                .map(found -> cursors.answer(
                        request,
                        asked,
                        Rows.of(asked, found, job -> List.of(job.id().toString())),
                        rows -> rows));
    }

    private static String kind(String text) {
        if (!KIND.matcher(text).matches()) {
            throw new IllegalArgumentException("must be lower-case letters with single hyphens between them");
        }
        return text;
    }

    /** Shows a job once, or repeatedly as it makes progress. */
    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            operationId = "getJob",
            summary = "A job and its progress",
            description = "As text/event-stream, server-sent events of the type progress, each with the job as JSON,"
                    + " twice a second. The last one comes when the job has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The job; as text/event-stream, the job twice a second",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Job.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "204",
            description = "As text/event-stream: the client has seen the end: do not connect again")
    public Uni<RestResponse<Object>> get(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @Context RoutingContext routing,
            @RestHeader(ProgressEvents.LAST_EVENT_ID)
                    @Parameter(description = "Sent by a browser that reconnects.", example = "running")
                    @Nullable
                    String lastEventId) {
        boolean isLive = Accept.chosen(routing).equals(MediaType.SERVER_SENT_EVENTS);
        return CallerContext.returnTo(find(id, routing)).map(job -> {
            if (isLive) {
                return asObject(progress.answer(lastEventId, job, find(id, routing), Job::hasEnded));
            }
            return asObject(NoStore.answer(job));
        });
    }

    @SuppressWarnings("unchecked") // the type parameter only declares the body
    private static RestResponse<Object> asObject(RestResponse<?> answer) {
        return (RestResponse<Object>) answer;
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "Possible at any time, and more than once. The job ends within about a second. A job that has"
                    + " ended before keeps its state. A finished copy is dropped at its own address.")
    public Uni<RestResponse<Job>> cancel(
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @Context RoutingContext routing) {
        return CallerContext.returnTo(find(id, routing)
                        .invoke(JobsResource::throwIfNotCancellable)
                        .call(job -> jobs.cancel(job.id()))
                        .chain(job -> find(id, routing)))
                .map(NoStore::answer);
    }

    private static void throwIfNotCancellable(Job job) {
        if (!job.isCancellable()) {
            throw ProblemException.of(
                    ProblemType.JOB_NOT_CANCELLABLE,
                    "The " + job.kind() + " of " + job.subject()
                            + " can't be cancelled. It runs while a node has it enabled.");
        }
    }

    private Uni<Job> find(String text, RoutingContext routing) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().failure(missing(text));
        }
        return jobs.find(id, Granted.of(routing).owner()).map(found -> found.orElseThrow(() -> missing(text)));
    }

    private static ProblemException missing(String id) {
        return ProblemException.of(
                ProblemType.JOB_NOT_FOUND, "No job has the id " + id + ". GET /v1/jobs lists all jobs.");
    }
}
