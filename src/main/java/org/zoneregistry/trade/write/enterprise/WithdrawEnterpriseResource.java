package org.zoneregistry.trade.write.enterprise;

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
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.write.TradeCommands;
import org.zoneregistry.trade.write.TradeHandler;

/** Withdraws an enterprise, over HTTP. */
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

    /** Does not depend on a zone. */
    @Singleton
    static CommandSlice<WithdrawEnterprise> slice() {
        return new CommandSlice<>(
                "withdraw-enterprise",
                WithdrawEnterprise.class,
                new TradeHandler<WithdrawEnterprise, EnterpriseState>(
                        EnterpriseState.class,
                        command -> new EnterpriseBoundary(command.id()),
                        (state, _) -> state.now().map(Enterprise::zone),
                        (_, _) -> Set.of(),
                        (_, state, command) -> WithdrawEnterpriseDecider.decide(state, command)));
    }

    /** Sends {@link WithdrawEnterprise}. */
    @POST
    @Operation(
            operationId = "withdrawEnterprise",
            summary = "Withdraw an enterprise",
            description = "An enterprise was registered by mistake. Its registration stays in the log, but no longer"
                    + " counts; the enterprise can be registered again under its id.")
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

    /** The body of a request to withdraw an enterprise. */
    @Schema(description = "The reason of the withdrawal.")
    public record EnterpriseWithdrawal(
            @NotNull @Size(min = 1, max = 2000) String reason) {

        WithdrawEnterprise command(EnterpriseId id) {
            return new WithdrawEnterprise(id, reason);
        }
    }
}
