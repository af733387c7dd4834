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
import org.zoneregistry.trade.event.EntryId;
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
                    "A recorded entry was wrong, and reads otherwise from now on. What is not given stays as it is; clears names"
                            + " the optional members that the entry is to be without. With another zone the"
                            + " entry moves there: it"
                            + " is withdrawn from its zone and recorded in the other, in one step. A correction"
                            + " that leaves zone"
                            + " and period alone is not refused for the zone's sake.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String entryId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "correctTrade", value = EXAMPLE)))
                    EntryCorrection body,
            @BeanParam CommandRequest request) {
        EntryId entry = TradeCommands.entry(entryId);
        CorrectTrade command = body.command(entry);
        return trade.correct(command, entry, command.zone(), request);
    }
}
