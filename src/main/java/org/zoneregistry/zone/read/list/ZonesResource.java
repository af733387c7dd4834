package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsOf;
import org.zoneregistry.platform.http.read.Page;
import org.zoneregistry.platform.http.read.ProjectionPosition;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.http.read.Rows;
import org.zoneregistry.platform.projection.rebuild.Copies;
import org.zoneregistry.platform.projection.rebuild.Copy;
import org.zoneregistry.platform.projection.rebuild.CopyAsked;
import org.zoneregistry.zone.read.CopyOfZones;
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
    private final Copies copies;

    ZonesResource(Reads reads, Answers answers, RegistryPosition registry, ZoneListing listing, Copies copies) {
        this.copies = copies;
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
            @BeanParam AsOf asked, @BeanParam ZoneFilter filter, @BeanParam Page page, @BeanParam CopyAsked copy) {
        var query = new QueryParameters();
        ZoneQuestion question = filter.read(query);
        return copy.find(copies, RegistryPosition.PROJECTION, query)
                .chain(found -> page(asked, question, page, query, found));
    }

    private Uni<RestResponse<ListedZones>> page(
            AsOf asked, ZoneQuestion question, Page page, QueryParameters query, Optional<Copy> copy) {
        return reads.page(
                        asked,
                        page,
                        query,
                        copy.<ProjectionPosition>map(found -> found).orElse(registry))
                .chain(request -> CopyOfZones.in(copy, () -> listing.find(question, request))
                        .map(found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found.fetched(), zone -> List.of(zone.code())),
                                Zone.class,
                                zones -> new ListedZones(request.point().validAt(), found.total(), zones))));
    }
}
