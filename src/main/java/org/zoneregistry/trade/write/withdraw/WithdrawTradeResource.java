package org.zoneregistry.trade.write.withdraw;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.TradeCommands;
import org.zoneregistry.trade.write.TradeHandler;

/** Withdraws a trade entry, over HTTP. */
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

    /** Does not depend on a zone. */
    @Singleton
    static CommandSlice<WithdrawTrade> slice() {
        return new CommandSlice<>(
                "withdraw-trade",
                WithdrawTrade.class,
                new TradeHandler<WithdrawTrade, EntryState>(
                        EntryState.class,
                        command -> new EntryBoundary(command.entryId()),
                        (state, _) -> state.now().map(TradeEntry::zone),
                        (_, _) -> Set.of(),
                        (_, state, command) -> WithdrawTradeDecider.decide(state, command)));
    }

    /** Sends {@link WithdrawTrade}. */
    @POST
    @Operation(
            operationId = "withdrawTrade",
            summary = "Withdraw a trade entry",
            description =
                    "An entry was recorded by mistake. It stays in the log, but no longer counts, and its entryId is"
                            + " not used again.")
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

    /** The body of a request to withdraw a trade entry. */
    @Schema(description = "The reason of the withdrawal.")
    public record EntryWithdrawal(
            @NotNull @Size(min = 1, max = 2000) String reason) {

        WithdrawTrade command(EntryId entry) {
            return new WithdrawTrade(entry, reason);
        }
    }
}
