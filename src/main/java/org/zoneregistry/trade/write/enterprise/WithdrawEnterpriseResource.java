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

/** Withdraw an enterprise, over HTTP. */
@Path("/v1/enterprises/{id}/withdrawal")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WithdrawEnterpriseResource {

    private static final String EXAMPLE = """
            {"reason": "It never was in the zone."}
            """;

    private final TradeCommands trade;

    WithdrawEnterpriseResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Sends {@link WithdrawEnterprise}. */
    @POST
    @Operation(
            operationId = "withdrawEnterprise",
            summary = "Withdraw an enterprise",
            description = "A registered enterprise never was one. Its registration stays in the log, and counts for"
                    + " nothing from now on; the"
                    + " enterprise can be registered anew under its id.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "withdrawEnterprise", value = EXAMPLE)))
                    EnterpriseWithdrawal body,
            @BeanParam CommandRequest request) {
        EnterpriseId enterprise = TradeCommands.enterprise(id);
        return trade.correct(body.command(enterprise), enterprise, null, request);
    }
}
