package org.zoneregistry.trade.write.correct;

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

/** Correct a trade entry, over HTTP. */
@Path("/v1/trade/{entryId}/correction")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CorrectTradeResource {

    private static final String EXAMPLE = """
            {"value": "1350000.00", "clears": ["partner"], "reason": "The declaration was revised."}
            """;

    private final TradeCommands trade;

    CorrectTradeResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Sends {@link CorrectTrade}. */
    @POST
    @Operation(
            operationId = "correctTrade",
            summary = "Correct a trade entry",
            description =
                    "A recorded entry was wrong. It gets new content from now on. Members that are not given stay as"
                            + " they are; clears names optional members to remove. With another zone the entry moves"
                            + " there: it is withdrawn from its zone and recorded in the other, in one step. A"
                            + " correction that leaves zone and period alone is not refused for the zone's sake.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String entryId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "correctTrade", value = EXAMPLE)))
                    EntryCorrection body,
            @BeanParam CommandRequest request) {
        return trade.correct(body.command(TradeCommands.entry(entryId)), request);
    }
}
