package org.zoneregistry.zone.write.amend;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.zone.write.FactId;
import org.zoneregistry.zone.write.ZoneCommands;

/** Amend a fact, over HTTP. */
@Path("/v1/facts/{eventId}/amendment")
@Tag(name = "Facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AmendFactResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2019-12-18", "values": {"areaKm2": 4.15}, "reason": "The approval was misread."}
            """;

    private final ZoneCommands zones;

    AmendFactResource(ZoneCommands zones) {
        this.zones = zones;
    }

    /** Sends {@link AmendFact}. */
    @POST
    @Operation(
            operationId = "amendFact",
            summary = "Amend a fact",
            description =
                    "A recorded fact was wrong or imprecise, and reads otherwise from now on. What is not given stays as it is.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String eventId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "amendFact", value = EXAMPLE)))
                    FactAmendment body,
            @BeanParam CommandRequest request) {
        FactId fact = FactId.parse(eventId);
        AmendFact command = body.command(fact);
        return zones.correct(command, fact, command.values(), request);
    }
}
