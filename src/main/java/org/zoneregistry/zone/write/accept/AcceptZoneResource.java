package org.zoneregistry.zone.write.accept;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Accept a zone, over HTTP. */
@Path("/v1/zones/{code}/acceptance")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptZoneResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2011-06-01"}
            """;

    private final ZoneCommands zones;

    AcceptZoneResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<AcceptZone> slice() {
        return ZoneCommandSlice.recording("accept-zone", AcceptZone.class);
    }

    @POST
    @Operation(
            operationId = "acceptZone",
            summary = "Accept a zone",
            description = "A zone passed the inspection of its closed area, and operates from then on.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "acceptZone", value = EXAMPLE)))
                    ZoneAcceptance body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to accept a zone. */
    @Schema(description = "A zone passed the inspection of its closed area, and operates from then on.")
    public record ZoneAcceptance(
            @NotNull EffectiveDay effectiveOn, @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

        AcceptZone command(ZoneCode zone) {
            EffectiveDay day = day();
            return new AcceptZone(zone, day.on(), day.notBefore());
        }
    }
}
