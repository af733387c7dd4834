package org.zoneregistry.zone.write.establish;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;
import org.zoneregistry.zone.write.ZoneNameBody;

/** Establish a zone, over HTTP. */
@Path("/v1/zones")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EstablishZoneResource {

    private static final String EXAMPLE = """
            {"code": "new-harbour", "name": {"en": "New Harbour Export Processing Zone", "zh": "新港出口加工区"}, \
            "type": "export-processing-zone", "province": "CN-JS", "customsDistrict": "Nanjing", "areaKm2": 5.2, \
            "effectiveOn": "2010-07"}
            """;

    private final ZoneCommands zones;

    EstablishZoneResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<EstablishZone> slice() {
        return ZoneCommandSlice.recording("establish-zone", EstablishZone.class, EstablishZoneDecider::decide);
    }

    @POST
    @Operation(
            operationId = "establishZone",
            summary = "Establish a zone",
            description = "A zone was approved. Its code must be free: not used for a zone before, or only in an"
                    + " establishment that was withdrawn.")
    @APIResponseSchema(
            value = CommandOutcome.class,
            responseCode = "201",
            responseDescription = "The zone was" + " established")
    public Uni<RestResponse<CommandOutcome>> post(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "establishZone", value = EXAMPLE)))
                    ZoneEstablishment body,
            @BeanParam CommandRequest request) {
        return zones.create(body.command(), body.province(), request);
    }

    /** The body of a request to establish a zone. */
    @Schema(
            description = "A zone was approved. Its code must be free: not used for a zone before, or only in an"
                    + " establishment that was withdrawn.")
    public record ZoneEstablishment(
            @NotNull ZoneCode code,

            @NotNull ZoneNameBody name,

            @NotNull ZoneType type,

            @NotNull @Size(max = 20) String province,

            @Nullable @Size(min = 1, max = 80) String customsDistrict,

            @Nullable AreaKm2 areaKm2,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore)
            implements DatedBody {

        EstablishZone command() {
            EffectiveDay day = day();
            return new EstablishZone(
                    code,
                    name.name(),
                    type,
                    province,
                    customsDistrict,
                    areaKm2 == null ? null : areaKm2.value(),
                    day.on(),
                    day.notBefore());
        }
    }
}
