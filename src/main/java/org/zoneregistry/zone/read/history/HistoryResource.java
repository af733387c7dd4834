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
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.history.TaggedHistory;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZonePath;

/** Every event about a zone, from the log itself, over HTTP. */
@Path("/v1/zones/{code}/history")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class HistoryResource {

    private final RegistryPosition registry;
    private final TaggedHistory history;

    HistoryResource(RegistryPosition registry, TaggedHistory history) {
        this.registry = registry;
        this.history = history;
    }

    @GET
    @Operation(
            operationId = "getZoneHistory",
            summary = "Every event about a zone in recorded order",
            description = "All events about a zone up to a time, as they are in the log.")
    public Uni<RestResponse<ZoneHistory>> get(@RestPath String code, @BeanParam AsKnown asked, @BeanParam Page page) {
        ZoneCode zone = ZonePath.code(code);
        return history.page(
                asked,
                page,
                registry,
                "zone:" + zone,
                knownAt -> ZonePath.unknown(zone, knownAt),
                events -> new ZoneHistory(zone.value(), events));
    }
}
