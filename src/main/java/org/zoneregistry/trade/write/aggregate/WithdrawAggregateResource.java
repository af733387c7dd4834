package org.zoneregistry.trade.write.aggregate;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.write.TradeCommands;

/** Withdraws a published figure, over HTTP. */
@Path("/v1/aggregates/withdrawal")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WithdrawAggregateResource {

    private static final String EXAMPLE = """
            {"subject": "foreign-trade", "territory": "CN", "period": "2022", \
            "reason": "It is the figure of another year."}
            """;

    private final TradeCommands trade;

    WithdrawAggregateResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Depends on the figures published under the same key. */
    @Singleton
    static CommandSlice<WithdrawAggregate> slice() {
        return CommandSlice.on(
                AggregateState.class,
                "withdraw-aggregate",
                WithdrawAggregate.class,
                command -> new AggregateBoundary(command.key()),
                WithdrawAggregateDecider::decide);
    }

    /** Sends {@link WithdrawAggregate}. */
    @POST
    @Operation(
            operationId = "withdrawAggregate",
            summary = "Withdraw a published figure",
            description = "The figure of this subject, territory, period and business form was never published. Its"
                    + " revisions stay in the log, and no longer count; the figure can be published again. If only the"
                    + " last revision was wrong, publish the correct figure instead.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "withdrawAggregate", value = EXAMPLE)))
                    AggregateWithdrawal body,
            @BeanParam CommandRequest request) {
        return trade.correctPublished(body.command(), body.territory(), request);
    }

    /** The body of a request to withdraw a published figure. */
    @Schema(description = "The figure to withdraw, and the reason.")
    public record AggregateWithdrawal(
            @NotNull AggregateSubject subject,

            @NotNull
            @Size(min = 1, max = 20)
            @Schema(description = "CN, or a province's ISO 3166-2 code.", examples = "CN-JS")
            String territory,

            @NotNull Period period,

            @Nullable BusinessForm businessForm,

            @NotNull @Size(min = 1, max = 2000) String reason) {

        WithdrawAggregate command() {
            return new WithdrawAggregate(new PublishedAggregate.Key(subject, territory, period, businessForm), reason);
        }
    }
}
