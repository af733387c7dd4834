package org.zoneregistry.zone.write.close;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Close a zone, over HTTP. */
@Path("/v1/zones/{code}/closure")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CloseZoneResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2018-12-31", "reason": "The approval was revoked for lack of use."}
            """;

    private final ZoneCommands zones;

    CloseZoneResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<CloseZone> slice() {
        return ZoneCommandSlice.recording("close-zone", CloseZone.class);
    }

    @POST
    @Operation(
            operationId = "closeZone",
            summary = "Close a zone",
            description = "A zone ceased to exist. No fact can follow it.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "closeZone", value = EXAMPLE)))
                    ZoneClosure body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to close a zone. */
    @Schema(description = "A zone ceased to exist. No fact can follow it.")
    public record ZoneClosure(
            @NotNull @Size(min = 1, max = 2000) String reason,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore)
            implements DatedBody {

        CloseZone command(ZoneCode zone) {
            EffectiveDay day = day();
            return new CloseZone(zone, reason, day.on(), day.notBefore());
        }
    }
}
