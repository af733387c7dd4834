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
            description = "A registered enterprise was wrong. It gets new content from now on. Members that are not"
                    + " given stay as they are. It is withdrawn and registered anew, in one step. A correction that"
                    + " doesn't change zone and effectiveOn is not refused because of the zone.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "correctEnterprise", value = EXAMPLE)))
                    EnterpriseCorrection body,
            @BeanParam CommandRequest request) {
        return trade.correct(body.command(TradeCommands.enterprise(id)), request);
    }
}
