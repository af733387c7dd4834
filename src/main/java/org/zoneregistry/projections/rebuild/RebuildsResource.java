package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.ProgressEvents;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.projections.Projection;

/** Rebuilds and copies of projections, over HTTP. */
@Path("/v1/projections/{name}")
@Tag(name = "Projections")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildsResource {

    private static final int LISTED = 50;
    private static final int LONGEST_NAME = 64;
    private static final String ID = "The id of the rebuild, from the header Location.";

    private final Rebuilds rebuilds;
    private final CopyPrefix prefixes;
    private final Comparing comparing;
    private final ProgressEvents progress;

    RebuildsResource(Rebuilds rebuilds, CopyPrefix prefixes, Comparing comparing, ProgressEvents progress) {
        this.rebuilds = rebuilds;
        this.prefixes = prefixes;
        this.comparing = comparing;
        this.progress = progress;
    }

    @POST
    @Path("/rebuild")
    @ResponseStatus(202)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Rebuild a read model, or make a copy of it as of a past prefix",
            description =
                    "Folds the log from position 1 into new tables. The live tables continue to answer until the new"
                            + " ones have caught up and replace them. If a rebuild is running already, it is returned."
                            + " With upTo a copy is made instead, as of that prefix. It can be read (parameter copy of"
                            + " GET /v1/zones, /v1/zones/{code} and /v1/statistics/trade), compared, and dropped. The"
                            + " header Location leads to the progress.")
    @APIResponse(
            responseCode = "202",
            description = "The rebuild is running",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Uni<RestResponse<Rebuild>> start(
            @RestPath String name,
            @RestQuery("upTo")
                    @Parameter(
                            description =
                                    "Make a copy as of this prefix: an instant (RFC 3339) or a position of the log.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "412")
                    @Nullable
                    String upTo,
            @RestQuery("copy")
                    @Parameter(
                            description = "The name of the copy; only with upTo. Default: at-<position>.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME),
                            example = "audit-2022")
                    @Nullable
                    String copy) {
        Projection projection = rebuilds.named(name);
        var query = new QueryParameters();
        KnownAt prefix = query.read("upTo", upTo, KnownAt::parse);
        String called = query.read("copy", copy, text -> {
            if (!Copies.NAME.matcher(text).matches() || text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        Copies.NAME_DETAIL + ", and at most " + LONGEST_NAME + " characters");
            }
            return text;
        });
        if (upTo == null && copy != null) {
            query.violation(Violation.query("copy", "is allowed only with upTo"));
        }
        query.check();
        Uni<Rebuild> begun = prefix == null
                ? rebuilds.start(projection)
                : prefixes.position(prefix).chain(position -> copy(projection, called, position));
        return CallerContext.returnTo(begun)
                .map(rebuild -> NoStore.begun(Rebuild.path(rebuild.projection(), rebuild.id()), rebuild));
    }

    private Uni<Rebuild> copy(Projection projection, @Nullable String called, long position) {
        String name = called == null ? "at-" + position : called;
        return rebuilds.startCopy(projection, name, position)
                .map(begun -> begun.orElseThrow(() -> ProblemException.of(
                        ProblemType.COPY_NAME_TAKEN,
                        "The copy " + name + " of " + projection.name()
                                + " exists already. Choose another name, or drop it first.")));
    }

    @GET
    @Path("/rebuilds")
    @Operation(
            operationId = "listRebuilds",
            summary = "Rebuilds and copies of a read model",
            description = "The " + LISTED + " latest, the latest first.")
    public Uni<RestResponse<List<Rebuild>>> list(@RestPath String name) {
        return CallerContext.returnTo(rebuilds.list(rebuilds.named(name).name(), LISTED))
                .map(NoStore::answer);
    }

    @GET
    @Path("/rebuilds/{id}")
    @Operation(
            operationId = "getRebuild",
            summary = "A rebuild and its progress",
            description = "Position, rate and time left while it is running, and how it ended.")
    public Uni<RestResponse<Rebuild>> get(
            @RestPath String name,
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id) {
        return one(name, id, NoStore::answer);
    }

    @GET
    @Path("/rebuilds/{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchRebuild",
            summary = "A rebuild's progress as it happens",
            description =
                    "Server-sent events of the type progress, each with the rebuild as JSON, twice a second. The last"
                            + " one comes when the rebuild has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The rebuild, twice a second",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "204", description = "The client has seen the end: do not connect again")
    public Uni<RestResponse<StreamedAnswer>> progress(
            @RestPath String name,
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @RestHeader(ProgressEvents.LAST_EVENT_ID)
                    @Parameter(description = "Sent by a browser that reconnects.", example = "running")
                    @Nullable
                    String lastEventId) {
        return one(name, id, found -> progress.answer(lastEventId, found, find(name, id), Rebuild::hasEnded));
    }

    @DELETE
    @Path("/rebuilds/{id}")
    @Operation(
            operationId = "giveUpRebuild",
            summary = "Cancel a rebuild, or drop a copy",
            description =
                    "Possible at any time, and more than once. The live tables stay as they are. Other rebuilds keep"
                            + " their state. Tables are dropped soon after.")
    public Uni<RestResponse<Rebuild>> giveUp(
            @RestPath String name,
            @RestPath @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id) {
        Projection projection = rebuilds.named(name);
        return CallerContext.returnTo(rebuilds.giveUp(projection, id(projection, id))
                        .map(found -> found.orElseThrow(() -> missing(projection, id))))
                .map(NoStore::answer);
    }

    @GET
    @Path("/compare")
    @Operation(
            operationId = "compareCopy",
            summary = "Compare a copy with the read model as it was at the copy's prefix",
            description =
                    "Table by table: how many rows each of the two has, how many only one of them has, and the first of"
                            + " those. What came after the prefix is left out of the read model, and what later events"
                            + " ended counts as not ended, so the two are the same unless something is wrong, or the"
                            + " fold has changed. Reads both as a whole, which takes its time; one at a time on a"
                            + " node.")
    public Uni<RestResponse<Comparison>> compare(
            @RestPath String name,
            @RestQuery("copy")
                    @Parameter(
                            description = "The copy.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "audit-2022")
                    @Nullable
                    String copy) {
        Projection projection = rebuilds.named(name);
        var query = new QueryParameters();
        String called = query.matching("copy", copy, Copies.NAME, Copies.NAME_DETAIL);
        if (copy == null) {
            query.violation(Violation.query("copy", "is required"));
        }
        query.check();
        return CallerContext.returnTo(rebuilds.findCopy(projection.name(), String.valueOf(called))
                        .map(found ->
                                found.orElseThrow(() -> Copies.missing(String.valueOf(called), projection.name())))
                        .chain(found -> prefixes.reached(projection, found.position())
                                .chain(() -> comparing.compare(projection, found))))
                .map(NoStore::answer);
    }

    private <T> Uni<RestResponse<T>> one(String name, String id, Function<Rebuild, RestResponse<T>> answer) {
        return CallerContext.returnTo(find(name, id)).map(answer);
    }

    private Uni<Rebuild> find(String name, String id) {
        Projection projection = rebuilds.named(name);
        return rebuilds.find(projection, id(projection, id))
                .map(found -> found.orElseThrow(() -> missing(projection, id)));
    }

    private static UUID id(Projection projection, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw missing(projection, text);
        }
    }

    private static ProblemException missing(Projection projection, String id) {
        return ProblemException.of(
                ProblemType.REBUILD_NOT_FOUND,
                "No rebuild of " + projection.name() + " has the id " + id + ". GET /v1/projections/"
                        + projection.name() + "/rebuilds lists all rebuilds.");
    }
}
