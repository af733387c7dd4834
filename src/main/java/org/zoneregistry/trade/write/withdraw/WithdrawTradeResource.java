package org.zoneregistry.trade.write.withdraw;

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
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.write.TradeCommands;

/** Withdraw a trade entry, over HTTP. */
@Path("/v1/trade/{entryId}/withdrawal")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WithdrawTradeResource {

    private static final String EXAMPLE = """
            {"reason": "It was declared twice."}
            """;

    private final TradeCommands trade;

    WithdrawTradeResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Sends {@link WithdrawTrade}. */
    @POST
    @Operation(
            operationId = "withdrawTrade",
            summary = "Withdraw a trade entry",
            description =
                    "A recorded entry never was one. It stays in the log, counts for nothing from now on, and its entryId is not"
                            + " used again.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String entryId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "withdrawTrade", value = EXAMPLE)))
                    EntryWithdrawal body,
            @BeanParam CommandRequest request) {
        EntryId entry = TradeCommands.entry(entryId);
        return trade.correct(body.command(entry), entry, null, request);
    }
}
