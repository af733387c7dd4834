package org.zoneregistry.zone.read.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limits;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.history.TaggedHistory;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZoneEvents;
import org.zoneregistry.zone.read.ZonePath;

/** Every event about a zone, from the log itself, over HTTP. */
@Path("/v1/zones/{code}/history")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class HistoryResource {

    /** The headers that tell who asks: not all see the same events. */
    private static final String WHO = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.COOKIE;

    private final RegistryPosition registry;
    private final TaggedHistory history;
    private final Limits limits;

    HistoryResource(RegistryPosition registry, TaggedHistory history, Limits limits) {
        this.registry = registry;
        this.history = history;
        this.limits = limits;
    }

    @GET
    @Operation(
            operationId = "getZoneHistory",
            summary = "Every event about a zone in recorded order",
            description =
                    "All events about a zone up to a time, as they are in the log. Callers who may not read the zone's"
                            + " entries see only the events about the zone itself.")
    public Uni<RestResponse<ZoneHistory>> get(@RestPath String code, @BeanParam AsKnown asked, @BeanParam Page page) {
        ZoneCode zone = ZonePath.code(code);
        return limits.holds(Granted.of(asked.request).entries(), zone.value())
                .chain(mayReadEntries -> history.page(
                        asked,
                        page,
                        registry,
                        "zone:" + zone,
                        mayReadEntries.orElse(false) ? List.of() : ZoneEvents.TYPES,
                        knownAt -> ZonePath.unknown(zone, knownAt),
                        events -> new ZoneHistory(zone.value(), events)))
                .invoke(answer -> answer.getHeaders().add(HttpHeaders.VARY, WHO));
    }
}
