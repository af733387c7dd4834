package org.zoneregistry.zone.read.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.history.LoggedEvent;
import org.zoneregistry.history.TaggedHistory;
import org.zoneregistry.http.query.QueryParameters;
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
    private final TaggedHistory history;

    HistoryResource(Reads reads, Answers answers, RegistryPosition registry, TaggedHistory history) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.history = history;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "getZoneHistory",
            summary = "Every event about a zone in recorded order",
            description = "All events about a zone up to a time, as they are in the log.")
    public Uni<RestResponse<ZoneHistory>> get(@RestPath String code, @BeanParam AsKnown asked, @BeanParam Page page) {
        ZoneCode zone = ZonePath.code(code);
        return reads.page(asked, page, new QueryParameters(), registry)
                .chain(request -> OffLoop.map(
                        history.page("zone:" + zone, request, knownAt -> ZonePath.unknown(zone, knownAt)),
                        rows -> answers.page(
                                asked,
                                request,
                                rows,
                                LoggedEvent.class,
                                events -> new ZoneHistory(zone.value(), events))));
    }
}
