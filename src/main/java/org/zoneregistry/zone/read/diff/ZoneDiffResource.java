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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;

/** The differences of a zone, over HTTP. */
@Path("/v1/zones/{code}/diff")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
public class ZoneDiffResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneStates states;
    private final Differences differences;

    ZoneDiffResource(
            Reads reads, Answers answers, RegistryPosition registry, ZoneStates states, Differences differences) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.states = states;
        this.differences = differences;
    }

    @GET
    @Operation(
            operationId = "diffZone",
            summary = "The differences of a zone between two points in time",
            description =
                    "Member by member, with the events that cause the difference. Either point has a day and a state"
                            + " of knowledge.")
    public Uni<RestResponse<ZoneDiffAnswer>> get(
            @RestPath String code, @BeanParam DiffTimes times, @Context RoutingContext request) {
        ZoneCode zone = ZonePath.code(code);
        AsKnown asked = AsKnown.withoutMementos(request);
        var query = new QueryParameters();
        DiffQuestion question = times.read(query);
        return reads.at(asked, query, registry)
                .chain(point -> question.resolve(reads, registry, point))
                .chain(points -> states.lastPosition(zone, points.longest()).chain(last -> {
                    if (last == 0) {
                        throw ZonePath.unknown(zone, points.longest());
                    }
                    return OffLoop.map(
                            differences.of(List.of(zone.value()), points),
                            diffs -> answers.of(asked, points.answer(), ZoneDiffAnswer.of(points, diffs.getFirst())));
                }));
    }
}
