package org.zoneregistry.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandAnswers;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.FactDecider;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommands;

/** Grades of zones, over HTTP. */
@Path("/v1/zones/{code}/grades")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RatingResource {

    private final Commands commands;
    private final Pool pool;

    RatingResource(Commands commands, Pool pool) {
        this.commands = commands;
        this.pool = pool;
    }

    /** Grades can be given to any zone that was established. */
    @Singleton
    static CommandSlice<RateZone> slice() {
        return CommandSlice.on(
                Timelines.class,
                "rate-zone",
                RateZone.class,
                command -> ZoneBoundary.of(Set.of(command.zone())),
                (zones, command) -> zones.of(command.zone()).facts().isEmpty()
                        ? Decision.reject(FactDecider.notFound(command.zone()))
                        : Decision.accept(new ZoneRated(command.zone(), command.grade())));
    }

    /** Sends {@link RateZone}. */
    @POST
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code, Grade body, @BeanParam CommandRequest request) {
        var command = new RateZone(ZoneCommands.zone(code), body.grade());
        return request.send(
                commands, command, outcome -> Uni.createFrom().item(() -> CommandAnswers.ok(outcome, code)));
    }

    /** All grades of the zone, up to the projection's position. */
    @GET
    public Uni<List<Grade>> get(@RestPath String code) {
        return pool.preparedQuery("select grade from zone_rating where zone = $1 order by position")
                .execute(Tuple.of(code))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Grade(row.getString("grade")))
                        .toList());
    }
}
