package org.zoneregistry.zone.write.facility;

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
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Commission a facility, over HTTP. */
@Path("/v1/zones/{code}/facilities")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommissionFacilityResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2016-09-01", "kind": "cold-chain"}
            """;

    private final ZoneCommands zones;

    CommissionFacilityResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<CommissionFacility> slice() {
        return ZoneCommandSlice.recording("commission-facility", CommissionFacility.class);
    }

    @POST
    @Operation(
            operationId = "commissionFacility",
            summary = "Commission a facility",
            description = "A zone holds a facility of a new kind.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "commissionFacility", value = EXAMPLE)))
                    FacilityCommissioning body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to commission a facility. */
    @Schema(description = "A zone holds a facility of a kind that it did not hold before.")
    public record FacilityCommissioning(
            @NotNull FacilityKind kind,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

        CommissionFacility command(ZoneCode zone) {
            EffectiveDay day = day();
            return new CommissionFacility(zone, kind, day.on(), day.notBefore());
        }
    }
}
