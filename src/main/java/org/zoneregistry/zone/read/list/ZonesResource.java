package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsOf;
import org.zoneregistry.platform.http.read.Page;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.http.read.Rows;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.Zone;

/** Zones as they were, over HTTP. */
@Path("/v1/zones")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class ZonesResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneListing listing;

    ZonesResource(Reads reads, Answers answers, RegistryPosition registry, ZoneListing listing) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.listing = listing;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listZones",
            summary = "Zones as they were",
            description = "Every zone that had been established by a day, as the registry knew it at a time: closed and"
                    + " absorbed ones too, unless the status says otherwise. Sorted by code.")
    public Uni<RestResponse<ListedZones>> list(
            @BeanParam AsOf asked, @BeanParam ZoneFilter filter, @BeanParam Page page) {
        var query = new QueryParameters();
        ZoneQuestion question = filter.read(query);
        return reads.page(asked, page, query, registry)
                .chain(request -> listing.find(question, request)
                        .map(found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found.fetched(), zone -> List.of(zone.code())),
                                Zone.class,
                                zones -> new ListedZones(request.point().validAt(), found.total(), zones))));
    }
}
