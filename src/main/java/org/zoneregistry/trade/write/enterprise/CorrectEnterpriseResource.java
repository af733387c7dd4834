package org.zoneregistry.trade.write.enterprise;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.write.TradeCommands;

/** Correct an enterprise, over HTTP. */
@Path("/v1/enterprises/{id}/correction")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CorrectEnterpriseResource {

    private static final String EXAMPLE = """
            {"name": "Harbour Aero Services Ltd", "reason": "The name was misspelt."}
            """;

    private final TradeCommands trade;

    CorrectEnterpriseResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Sends {@link CorrectEnterprise}. */
    @POST
    @Operation(
            operationId = "correctEnterprise",
            summary = "Correct an enterprise",
            description = "A registered enterprise was wrong, and reads otherwise from now on. What is not given"
                    + " stays as it is. It is"
                    + " withdrawn and registered anew, in one step. A correction that leaves zone and"
                    + " effectiveOn alone is not"
                    + " refused for the zone's sake.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "correctEnterprise", value = EXAMPLE)))
                    EnterpriseCorrection body,
            @BeanParam CommandRequest request) {
        EnterpriseId enterprise = TradeCommands.enterprise(id);
        CorrectEnterprise command = body.command(enterprise);
        return trade.correct(command, enterprise, command.zone(), request);
    }
}
