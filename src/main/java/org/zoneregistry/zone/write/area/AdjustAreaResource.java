package org.zoneregistry.zone.write.area;

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
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Adjust a zone's area, over HTTP. */
@Path("/v1/zones/{code}/area")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdjustAreaResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2015-03-01", "areaKm2": 6.25}
            """;

    private final ZoneCommands zones;

    AdjustAreaResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<AdjustArea> slice() {
        return ZoneCommandSlice.recording("adjust-area", AdjustArea.class);
    }

    @POST
    @Operation(
            operationId = "adjustArea",
            summary = "Adjust a zone's area",
            description = "A zone has a new planned area, in square kilometres.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "adjustArea", value = EXAMPLE)))
                    AreaAdjustment body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to adjust a zone's area. */
    @Schema(description = "A zone has a new planned area, in square kilometres.")
    public record AreaAdjustment(
            @NotNull AreaKm2 areaKm2,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

        AdjustArea command(ZoneCode zone) {
            EffectiveDay day = day();
            return new AdjustArea(zone, areaKm2.value(), day.on(), day.notBefore());
        }
    }
}
