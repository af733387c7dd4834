package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.ProjectionState;
import org.zoneregistry.projections.Projections;
import org.zoneregistry.projections.rebuild.Rebuild.State;

/** Projections and their progress, over HTTP. */
@Path("/v1/projections")
@Tag(name = "Projections")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {

    private final EventLog log;
    private final Projections runners;
    private final Rebuilds rebuilds;

    ProjectionsResource(EventLog log, Projections runners, Rebuilds rebuilds) {
        this.log = log;
        this.runners = runners;
        this.rebuilds = rebuilds;
    }

    @GET
    @Operation(
            operationId = "listProjections",
            summary = "The read models and their progress",
            description =
                    "As the answering node knows them: position, lag behind the log, rate, and the rebuild that is"
                            + " running.")
    public Uni<RestResponse<List<ProjectionStatus>>> list() {
        return CallerContext.returnTo(head().chain(head -> Multi.createFrom()
                        .iterable(rebuilds.projections())
                        .onItem()
                        .transformToUniAndConcatenate(projection -> status(projection, head))
                        .collect()
                        .asList()))
                .map(NoStore::answer);
    }

    @GET
    @Path("/{name}")
    @Operation(
            operationId = "getProjection",
            summary = "A read model and its progress",
            description = "As the answering node knows it.")
    public Uni<RestResponse<ProjectionStatus>> get(@RestPath String name) {
        Projection projection = rebuilds.named(name);
        return CallerContext.returnTo(head().chain(head -> status(projection, head)))
                .map(NoStore::answer);
    }

    private Uni<Long> head() {
        return Uni.createFrom().completionStage(log::head).map(LogHead::position);
    }

    private Uni<ProjectionStatus> status(Projection projection, long head) {
        return rebuilds.list(projection.name(), 50)
                .map(found -> found.stream()
                        .filter(rebuild -> rebuild.copy() == null && rebuild.state() == State.FILLING)
                        .findFirst())
                .map(running -> status(runners.named(projection.name()), head, running));
    }

    private static ProjectionStatus status(ProjectionRunner runner, long head, Optional<Rebuild> running) {
        ProjectionState state = runner.state();
        return new ProjectionStatus(
                state.name(),
                state.version(),
                state.position(),
                Math.max(head, state.position()),
                Math.max(0, head - state.position()),
                runner.eventsPerSecond(),
                state.condition(),
                state.stoppedAt(),
                state.error(),
                running.orElse(null));
    }
}
