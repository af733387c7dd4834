package org.zoneregistry.zone.write.convert;

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
import org.zoneregistry.zone.write.ZoneNameBody;

/** Convert a zone to a comprehensive one, over HTTP. */
@Path("/v1/zones/{code}/conversion")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConvertToComprehensiveResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2019-12-17", "name": {"en": "New Harbour Comprehensive Bonded Zone"}, "areaKm2": 4.1, \
            "absorbs": ["old-harbour-blp"]}
            """;

    private final ZoneCommands zones;

    ConvertToComprehensiveResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<ConvertToComprehensive> slice() {
        return ZoneCommandSlice.recording("convert-to-comprehensive", ConvertToComprehensive.class);
    }

    @POST
    @Operation(
            operationId = "convertZone",
            summary = "Convert a zone to a comprehensive one",
            description =
                    "A zone of another type became a comprehensive bonded zone, possibly with a new name, a new area,"
                            + " and absorbed zones.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "convertZone", value = EXAMPLE)))
                    ZoneConversion body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to convert a zone to a comprehensive one. */
    @Schema(
            description = "A zone of another type became a comprehensive bonded zone, perhaps under a new name,"
                    + " with a new area, absorbing others.")
    public record ZoneConversion(
            @Nullable ZoneNameBody name,

            @Nullable AreaKm2 areaKm2,

            @Nullable @Size(max = 20) List<@NotNull ZoneCode> absorbs,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore)
            implements DatedBody {

        ConvertToComprehensive command(ZoneCode zone) {
            EffectiveDay day = day();
            return new ConvertToComprehensive(
                    zone,
                    ZoneNameBody.of(name),
                    areaKm2 == null ? null : areaKm2.value(),
                    absorbs == null ? List.of() : absorbs,
                    day.on(),
                    day.notBefore());
        }
    }
}
