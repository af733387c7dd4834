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
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Decommission a facility, over HTTP. */
@Path("/v1/zones/{code}/facilities/{kind}/decommissioning")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecommissionFacilityResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2020-09-01"}
            """;

    private final ZoneCommands zones;

    DecommissionFacilityResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<DecommissionFacility> slice() {
        return ZoneCommandSlice.recording("decommission-facility", DecommissionFacility.class);
    }

    @POST
    @Operation(
            operationId = "decommissionFacility",
            summary = "Decommission a facility",
            description = "A zone no longer holds a facility of a kind.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RestPath String kind,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "decommissionFacility", value = EXAMPLE)))
                    FacilityDecommissioning body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code), kind(kind)), request);
    }

    private static FacilityKind kind(String kind) {
        try {
            return FacilityKind.parse(kind);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid(Violation.path("kind", String.valueOf(unknown.getMessage())));
        }
    }

    /** The body of a request to decommission a facility. */
    @Schema(description = "A zone no longer holds a facility of a kind.")
    public record FacilityDecommissioning(
            @NotNull EffectiveDay effectiveOn, @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

        DecommissionFacility command(ZoneCode zone, FacilityKind kind) {
            EffectiveDay day = day();
            return new DecommissionFacility(zone, kind, day.on(), day.notBefore());
        }
    }
}
