package org.zoneregistry.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.ProgressEvents;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.http.query.RequestHeaders;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.process.CallerContext;

/** The log, over HTTP: a page of it, or live. */
@Path("/v1/events")
@Tag(name = "Events")
@Produces({MediaType.APPLICATION_JSON, FeedResource.BATCH, RowForms.CSV, RowForms.XLSX, MediaType.SERVER_SENT_EVENTS})
public class FeedResource {

    static final String BATCH = "application/cloudevents-batch+json";

    private final Reads reads;
    private final Answers answers;
    private final Prefixes prefixes;
    private final EventLog log;
    private final HeavyReads heavy;
    private final EventTypes types;
    private final Feed feed;
    private final FeedName name;

    FeedResource(
            Reads reads,
            Answers answers,
            Prefixes prefixes,
            EventLog log,
            HeavyReads heavy,
            EventTypes types,
            Feed feed,
            FeedName name) {
        this.reads = reads;
        this.answers = answers;
        this.prefixes = prefixes;
        this.log = log;
        this.heavy = heavy;
        this.types = types;
        this.feed = feed;
        this.name = name;
    }

    @GET
    @Operation(
            operationId = "getEvents",
            summary = "The log as CloudEvents, by pages or live",
            description =
                    "Every event in the order of the log. As JSON, a page of CloudEvents 1.0 in their batch format; the"
                            + " last page has no Link, and Registry-Position says where to continue: later events come"
                            + " after it. As text/event-stream, a live feed without end: the id of each message is its"
                            + " position, its data the event. A client that was disconnected sends the last id as"
                            + " Last-Event-ID and gets every later event once.")
    @APIResponse(
            responseCode = "200",
            description = "Events in the order of the log",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = CloudEvent.class)),
                @Content(
                        mediaType = BATCH,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = CloudEvent.class)),
                @Content(mediaType = RowForms.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = RowForms.XLSX, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<Object>> get(
            @BeanParam FeedQuestion question,
            @BeanParam AsKnown asked,
            @BeanParam Page page,
            @RestHeader(ProgressEvents.LAST_EVENT_ID)
                    @Parameter(
                            description = "Of the live feed: the id that the client has seen last. It has priority over"
                                    + " after.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
                            example = "412")
                    @Nullable
                    String lastEventId) {
        String form = Accept.chosen(asked.request);
        var query = new QueryParameters();
        long after = question.after(query);
        var filter = question.filter(query, types.names());
        var actors = question.actors(query);
        if (form.equals(MediaType.SERVER_SENT_EVENTS)) {
            refuse(query, "actor", actors.isEmpty() ? null : "");
            return live(asked, page, query, after, filter);
        }
        return paged(asked, page, query, after, filter, actors, form);
    }

    private Uni<RestResponse<Object>> paged(
            AsKnown asked,
            Page page,
            QueryParameters query,
            long after,
            FeedFilter filter,
            Set<String> actors,
            String form) {
        return prefixes.latest()
                .invoke(head -> refuseFuture(Violation.query("after", future(head)), after, head))
                .chain(head -> reads.page(asked, page, query, new HeadOfLog(head.position())))
                .chain(request -> OffLoop.map(
                        events(request, after, filter, actors),
                        rows -> answers.page(asked, request, rows, CloudEvent.class, Function.identity(), form)))
                .map(FeedResource::asObject);
    }

    private Uni<Rows<CloudEvent>> events(PageRequest request, long after, FeedFilter filter, Set<String> actors) {
        long from = request.after().map(Long::valueOf).orElse(after);
        long upTo = request.point().knownAt().position();
        Uni<List<StoredEvent>> found = actors.isEmpty()
                ? CallerContext.returnTo(
                        Uni.createFrom().completionStage(() -> filter.read(log, from, upTo, request.fetch())))
                : heavy.ask(
                        Effort.SCAN,
                        "Give a later after, an earlier knownAt, or a zone.",
                        connection -> Uni.createFrom()
                                .completionStage(() -> filter.readRecordedBy(
                                        actors, log, connection.getDelegate(), from, upTo, request.fetch())),
                        Function.identity());
        return found.map(events -> Rows.of(
                request,
                events.stream().map(event -> CloudEvent.of(event, name.value())).toList(),
                event -> List.of(Long.toString(Long.parseLong(event.sequence())))));
    }

    private Uni<RestResponse<Object>> live(
            AsKnown asked, Page page, QueryParameters query, long after, FeedFilter filter) {
        var request = asked.request.request();
        var last = new RequestHeaders(request, query).read(ProgressEvents.LAST_EVENT_ID, KnownAt::parsePosition);
        refuse(query, "knownAt", asked.knownAt);
        refuse(query, "limit", page.limit);
        refuse(query, "cursor", page.cursor);
        query.check();
        return prefixes.latest().map(head -> {
            if (last == null) {
                refuseFuture(Violation.query("after", future(head)), after, head);
            } else {
                refuseFuture(Violation.header(ProgressEvents.LAST_EVENT_ID, future(head)), last.position(), head);
            }
            Multi<byte[]> chunks = feed.follow(last == null ? after : last.position(), head.position(), filter);
            // ends after a loss: the client reconnects, and learns whether the registry still has what it has seen
            long era = prefixes.era();
            chunks = chunks.select().first(chunk -> prefixes.era() == era);
            return ResponseBuilder.<Object>create(200)
                    .type(MediaType.SERVER_SENT_EVENTS)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("X-Accel-Buffering", "no")
                    .header(Answers.POSITION, Long.toString(head.position()))
                    .entity(new StreamedAnswer(chunks))
                    .build();
        });
    }

    private static void refuse(QueryParameters query, String name, @Nullable String given) {
        if (given != null) {
            query.violation(Violation.query(name, "is for pages; a live feed has no end. Leave it out"));
        }
    }

    /**
     * No client of this registry can know a later position. The position must come from another registry, and waiting
     * for it would skip events.
     */
    private void refuseFuture(Violation violation, long position, Prefix head) {
        if (position > head.position()) {
            prefixes.refuseLost(position);
            throw ProblemException.invalid(violation);
        }
    }

    private static String future(Prefix head) {
        return "must not be past the head of the log, which is " + head.position();
    }

    @SuppressWarnings("unchecked") // a generic answer is used as an answer with an Object
    private static RestResponse<Object> asObject(RestResponse<?> answer) {
        return (RestResponse<Object>) answer;
    }
}
