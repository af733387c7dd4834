package org.zoneregistry.zone.write.establish;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.zone.write.ZoneCommands;

/** Establish a zone, over HTTP. */
@Path("/v1/zones")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EstablishZoneResource {

    private static final String EXAMPLE = """
            {"code": "new-harbour", "name": {"en": "New Harbour Export Processing Zone", "zh": "新港出口加工区"}, "type": "export-processing-zone", "province": "CN-JS", "customsDistrict": "Nanjing", "areaKm2": 5.2, "effectiveOn": "2010-07"}
            """;

    private final ZoneCommands zones;

    EstablishZoneResource(ZoneCommands zones) {
        this.zones = zones;
    }

    /** Sends {@link EstablishZone}. */
    @POST
    @Operation(
            operationId = "establishZone",
            summary = "Establish a zone",
            description = "A zone was approved. Its code is free: given to no zone before, or only in an"
                    + " establishment that was withdrawn.")
    @APIResponseSchema(value = CommandOutcome.class, responseCode = "201", responseDescription = "The zone is there")
    public Uni<RestResponse<CommandOutcome>> post(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "establishZone", value = EXAMPLE)))
                    ZoneEstablishment body,
            @BeanParam CommandRequest request) {
        return zones.create(body.command(), body.province(), request);
    }
}
