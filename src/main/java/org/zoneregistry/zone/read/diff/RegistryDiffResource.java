package org.zoneregistry.zone.read.diff;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.zone.read.RegistryPosition;

/** The differences of the registry between two points, over HTTP. */
@Path("/v1/registry/diff")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class RegistryDiffResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final HeavyReads heavy;
    private final Differences differences;

    RegistryDiffResource(
            Reads reads, Answers answers, RegistryPosition registry, HeavyReads heavy, Differences differences) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.heavy = heavy;
        this.differences = differences;
    }

    @GET
    @Operation(
            operationId = "diffRegistry",
            summary = "The differences of the registry between two points in time",
            description = "Zone by zone and member by member, with the events that cause the difference. Zones that are"
                    + " the same at both points are left out. Either point has a day and a state of knowledge.")
    public Uni<RestResponse<RegistryDiff>> get(
            @BeanParam DiffTimes times, @BeanParam Page page, @Context RoutingContext request) {
        AsKnown asked = AsKnown.withoutMementos(request);
        var query = new QueryParameters();
        DiffQuestion question = times.read(query);
        return reads.page(asked, page, query, registry)
                .chain(paging -> question.resolve(reads, registry, paging.point())
                        .chain(points ->
                                answer(asked, new PageRequest(points.answer(), paging.limit(), paging.key()), points)));
    }

    private Uni<RestResponse<RegistryDiff>> answer(AsKnown asked, PageRequest paging, Points points) {
        return heavy.ask(
                        Effort.LOOK_UP,
                        "Compare points that are closer to each other, or one zone.",
                        connection -> Differences.zones(
                                connection, points, paging.after().orElse(""), paging.fetch()),
                        codes -> Rows.of(paging, codes, List::of))
                .chain(page -> OffLoop.map(
                        differences.of(page.rows(), points),
                        diffs -> answers.page(
                                asked,
                                paging,
                                new Rows<>(diffs, page.next()),
                                ZoneDiff.class,
                                zones -> new RegistryDiff(points.from(), points.to(), zones))));
    }
}
