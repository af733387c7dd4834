package org.zoneregistry.zone.write.integrate;

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
import java.util.List;
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
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Integrate zones into a comprehensive one, over HTTP. */
@Path("/v1/zones/{code}/integration")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegrateZonesResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2023-01-01", "absorbs": ["old-harbour-blp"], "areaKm2": 5.3}
            """;

    private final ZoneCommands zones;

    IntegrateZonesResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<IntegrateZones> slice() {
        return ZoneCommandSlice.recording("integrate-zones", IntegrateZones.class);
    }

    @POST
    @Operation(
            operationId = "integrateZones",
            summary = "Integrate zones into a comprehensive one",
            description = "A comprehensive zone absorbed one or more other zones, by one official decision.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "integrateZones", value = EXAMPLE)))
                    ZoneIntegration body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to integrate zones into a comprehensive one. */
    @Schema(description = "A comprehensive zone absorbed one or more other zones, in one decision.")
    public record ZoneIntegration(
            @NotNull @Size(min = 1, max = 20) List<@NotNull ZoneCode> absorbs,

            @Nullable AreaKm2 areaKm2,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore)
            implements DatedBody {

        IntegrateZones command(ZoneCode zone) {
            EffectiveDay day = day();
            return new IntegrateZones(
                    zone, absorbs, areaKm2 == null ? null : areaKm2.value(), day.on(), day.notBefore());
        }
    }
}
