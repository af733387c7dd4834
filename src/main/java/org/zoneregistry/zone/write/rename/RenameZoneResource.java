package org.zoneregistry.zone.write.rename;

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
import org.zoneregistry.zone.write.ZoneNameBody;

/** Rename a zone, over HTTP. */
@Path("/v1/zones/{code}/name")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RenameZoneResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2015-03-01", "name": {"en": "Grand Harbour Export Processing Zone"}}
            """;

    private final ZoneCommands zones;

    RenameZoneResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<RenameZone> slice() {
        return ZoneCommandSlice.recording("rename-zone", RenameZone.class);
    }

    @POST
    @Operation(operationId = "renameZone", summary = "Rename a zone", description = "A zone has a new name.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "renameZone", value = EXAMPLE)))
                    ZoneRenaming body,
            @BeanParam CommandRequest request) {
        return zones.send(body.command(ZoneCommands.zone(code)), request);
    }

    /** The body of a request to rename a zone. */
    @Schema(description = "A zone has a new name.")
    public record ZoneRenaming(
            @NotNull ZoneNameBody name,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

        RenameZone command(ZoneCode zone) {
            EffectiveDay day = day();
            return new RenameZone(zone, name.name(), day.on(), day.notBefore());
        }
    }
}
