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
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Page;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.http.read.Rows;
import org.zoneregistry.zone.read.RegistryPosition;

/** What differs in the registry, over HTTP. */
@Path("/v1/registry/diff")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class RegistryDiffResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final Differences differences;

    RegistryDiffResource(Reads reads, Answers answers, RegistryPosition registry, Differences differences) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.differences = differences;
    }

    /** Compares. */
    @GET
    @Operation(
            operationId = "diffRegistry",
            summary = "What differs in the registry between two points in time",
            description = "Zone by zone and member by member, with the events that made the difference; zones that are"
                    + " the same at both points are left out. Either point has a day and a state of knowledge.")
    public Uni<RestResponse<RegistryDiff>> get(
            @BeanParam DiffTimes times, @BeanParam Page page, @Context RoutingContext request) {
        AsKnown asked = DiffRequest.of(request);
        var query = new QueryParameters();
        DiffQuestion question = times.read(query);
        return reads.page(asked, page, query, registry)
                .chain(paging -> question.resolve(reads, registry, paging.point())
                        .chain(points -> answer(asked, paging, points)));
    }

    private Uni<RestResponse<RegistryDiff>> answer(AsKnown asked, PageRequest paging, Points points) {
        String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
        return differences
                .zones(points, after, paging.fetch())
                .map(codes -> Rows.of(paging, codes.stream().map(Code::new).toList(), code -> List.of(code.code())))
                .chain(page -> differences
                        .of(page.rows().stream().map(Code::code).toList(), points)
                        .map(diffs -> answers.page(
                                asked,
                                paging,
                                new Rows<>(diffs, page.next()),
                                ZoneDiff.class,
                                zones -> new RegistryDiff(points.from(), points.to(), zones))));
    }

    private record Code(String code) {}
}
