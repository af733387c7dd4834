package org.zoneregistry.zone.write.withdraw;

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
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.write.FactId;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;

/** Withdraw a fact, over HTTP. */
@Path("/v1/facts/{eventId}/withdrawal")
@Tag(name = "Facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WithdrawFactResource {

    private static final String EXAMPLE = """
            {"reason": "It was recorded for the wrong zone."}
            """;

    private final ZoneCommands zones;

    WithdrawFactResource(ZoneCommands zones) {
        this.zones = zones;
    }

    @Singleton
    static CommandSlice<WithdrawFact> slice() {
        return ZoneCommandSlice.correcting(
                "withdraw-fact",
                WithdrawFact.class,
                WithdrawFact::fact,
                command -> Set.of(),
                WithdrawFactDecider::decide);
    }

    @POST
    @Operation(
            operationId = "withdrawFact",
            summary = "Withdraw a fact",
            description = "A recorded fact was never true. It stays in the log, but no longer counts. It can be"
                    + " recorded again; an establishment can also reuse its code.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String eventId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "withdrawFact", value = EXAMPLE)))
                    FactWithdrawal body,
            @BeanParam CommandRequest request) {
        FactId fact = FactId.parse(eventId);
        return zones.correct(body.command(fact), fact, FactValues.NONE, request);
    }

    /** The body of a request to withdraw a fact. */
    @Schema(description = "Why a recorded fact was never true.")
    public record FactWithdrawal(
            @NotNull @Size(min = 1, max = 2000) String reason) {

        WithdrawFact command(FactId fact) {
            return new WithdrawFact(fact.value(), reason);
        }
    }
}
