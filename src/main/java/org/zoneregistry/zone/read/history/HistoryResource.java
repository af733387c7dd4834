package org.zoneregistry.zone.read.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Page;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.http.read.Rows;
import org.zoneregistry.platform.projection.CallerContext;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZonePath;

/** Every event about a zone, from the log itself, over HTTP. */
@Path("/v1/zones/{code}/history")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class HistoryResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final EventLog log;

    HistoryResource(Reads reads, Answers answers, RegistryPosition registry, EventLog log) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.log = log;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "getZoneHistory",
            summary = "Every event about a zone in recorded order",
            description = "What was recorded about a zone up to a time, as it lies in the log.")
    public Uni<RestResponse<ZoneHistory>> get(@RestPath String code, @BeanParam AsKnown asked, @BeanParam Page page) {
        ZoneCode zone = ZonePath.code(code);
        return reads.page(asked, page, new QueryParameters(), registry)
                .chain(request -> events(zone, request)
                        .map(rows -> answers.page(
                                asked,
                                request,
                                rows,
                                ZoneHistory.Event.class,
                                events -> new ZoneHistory(zone.value(), events))));
    }

    private Uni<Rows<ZoneHistory.Event>> events(ZoneCode zone, PageRequest request) {
        long after =
                request.after().isEmpty() ? 0 : Long.parseLong(request.after().getFirst());
        long knownAt = request.point().knownAt().position();
        return CallerContext.returnTo(Uni.createFrom()
                        .completionStage(() ->
                                log.readMatching(after, knownAt, List.of(), List.of("zone:" + zone), request.fetch())))
                .map(events -> {
                    if (events.isEmpty() && after == 0) {
                        throw ZonePath.unknown(zone, knownAt);
                    }
                    return Rows.of(
                            request,
                            events.stream().map(ZoneHistory.Event::of).toList(),
                            event -> List.of(Long.toString(event.position())));
                });
    }
}
