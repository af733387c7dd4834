package org.zoneregistry.feed;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;

/** When the events of the log were recorded, over HTTP. */
@Path("/v1/events/histogram")
@Tag(name = "Events")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class EventHistogramResource {

    private static final long MOST = 200;
    private static final long DEFAULT = 48;

    private final Reads reads;
    private final Answers answers;
    private final Prefixes prefixes;
    private final EventLog log;

    EventHistogramResource(Reads reads, Answers answers, Prefixes prefixes, EventLog log) {
        this.reads = reads;
        this.answers = answers;
        this.prefixes = prefixes;
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "getEventHistogram",
            summary = "How many events were recorded when",
            description =
                    "The time from the first event to the last known one in equal parts, each with the number of events"
                            + " and their positions. GET /v1/events has the events of a part: give its after, and its"
                            + " upTo as knownAt.")
    @APIResponse(
            responseCode = "200",
            description = "The parts in order; none if no event is known",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = RecordedEvents.class)),
                @Content(mediaType = RowForms.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = RowForms.XLSX, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<List<RecordedEvents>>> get(
            @BeanParam AsKnown asked,
            @RestQuery("parts")
                    @Parameter(
                            description =
                                    "How many parts at most. The time is too short for all of them if it has fewer"
                                            + " microseconds.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "48"))
                    @Nullable
                    String parts) {
        var query = new QueryParameters();
        Long most = query.integer("parts", parts, 1, MOST);
        return prefixes.latest()
                .chain(head -> reads.at(asked, query, new HeadOfLog(head.position())))
                .chain(point -> parts(point.knownAt(), Math.toIntExact(most == null ? DEFAULT : most))
                        .map(found -> answers.rows(asked, point, found, RecordedEvents.class, found)));
    }

    private Uni<List<RecordedEvents>> parts(Prefix known, int most) {
        if (known.position() == 0) {
            return Uni.createFrom().item(List.of());
        }
        return CallerContext.returnTo(Uni.createFrom()
                .completionStage(() -> log.heads(1).thenCompose(heads -> {
                    Instant first = heads.getFirst().recordedAt();
                    List<Instant> ends = RecordedEvents.ends(first, known.recordedAt(), most);
                    return log.positionsAt(ends)
                            .thenApply(positions ->
                                    RecordedEvents.parts(first, known.recordedAt(), ends, positions, known.position()));
                })));
    }
}
