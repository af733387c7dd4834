package org.zoneregistry.zone.read.single;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.projections.rebuild.Copies;
import org.zoneregistry.projections.rebuild.Copy;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;
import org.zoneregistry.zone.read.ZoneStates.Revised;

/** One zone at a point in time, over HTTP. */
@Path("/v1/zones/{code}")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
public class ZoneResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneStates states;
    private final Copies copies;
    private final Pool pool;

    ZoneResource(Reads reads, Answers answers, RegistryPosition registry, ZoneStates states, Copies copies, Pool pool) {
        this.copies = copies;
        this.pool = pool;
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.states = states;
    }

    @GET
    @Operation(
            operationId = "getZone",
            summary = "One zone at a point in time",
            description = "The zone on a day, as the registry knew it at a time. Commands accept its entity tag"
                    + " in If-Match.")
    public Uni<RestResponse<Zone>> get(@RestPath String code, @BeanParam AsOf asked, @BeanParam CopyAsked copy) {
        ZoneCode zone = ZonePath.code(code);
        var query = new QueryParameters();
        return copy.find(copies, RegistryPosition.PROJECTION, query)
                .chain(found -> reads.at(
                                asked,
                                query,
                                found.<ProjectionPosition>map(position -> position)
                                        .orElse(registry))
                        .chain(point -> find(found, zone, point).map(state -> answer(zone, asked, point, state))));
    }

    private Uni<Optional<Revised>> find(Optional<Copy> copy, ZoneCode zone, PointInTime point) {
        LocalDate day = point.validAt();
        long knownAt = point.knownAt().position();
        return copy.map(asked ->
                        Copies.asking(asked, pool, connection -> ZoneStates.one(connection, zone, day, knownAt)))
                .orElseGet(() -> states.one(zone, day, knownAt));
    }

    private RestResponse<Zone> answer(ZoneCode zone, AsOf asked, PointInTime point, Optional<Revised> found) {
        Revised state = found.orElseThrow(() -> ZonePath.notEstablished(zone, point));
        return answers.of(asked, point, state.zone(), state.revision());
    }
}
