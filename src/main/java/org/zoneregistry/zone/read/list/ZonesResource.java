package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.projections.rebuild.Copies;
import org.zoneregistry.projections.rebuild.Copy;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.Zone;

/** Lists zones at a point in time, over HTTP. */
@Path("/v1/zones")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class ZonesResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final HeavyReads heavy;
    private final Copies copies;

    ZonesResource(Reads reads, Answers answers, RegistryPosition registry, HeavyReads heavy, Copies copies) {
        this.copies = copies;
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "listZones",
            summary = "The zones at a point in time",
            description = "Every zone that had been established by a day, as the registry knew it at a time: closed and"
                    + " absorbed ones too, unless a status is given. Sorted by code.")
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
                .chain(request -> heavy.ask(
                        Effort.LOOK_UP,
                        "Ask for the zones of one type, status or province.",
                        connection -> find(copy, connection, question, request),
                        found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found.fetched(), zone -> List.of(zone.code())),
                                Zone.class,
                                zones -> new ListedZones(request.point().validAt(), found.total(), zones))));
    }

    private static Uni<ZoneListing.Found> find(
            Optional<Copy> copy, SqlConnection connection, ZoneQuestion question, PageRequest request) {
        Supplier<Uni<ZoneListing.Found>> find = () -> ZoneListing.find(connection, question, request);
        return copy.map(asked -> Copies.asking(asked, connection, find)).orElseGet(find);
    }
}
