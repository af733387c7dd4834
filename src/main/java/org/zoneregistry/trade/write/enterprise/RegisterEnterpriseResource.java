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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseEvent;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.write.TradeCommands;
import org.zoneregistry.trade.write.TradeHandler;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommands;

/** Registers an enterprise, over HTTP. */
@Path("/v1/zones/{code}/enterprises")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegisterEnterpriseResource {

    private static final String EXAMPLE = """
            {"id": "91320000MA1ABCDE0X", "name": "Harbour Aero Services", "industry": "bonded-maintenance", \
            "leading": true, "effectiveOn": "2015-06"}
            """;

    private final TradeCommands trade;

    RegisterEnterpriseResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** The states of enterprises. */
    @Singleton
    static EntitySlice enterprises() {
        return EntitySlice.of(
                EnterpriseState.class,
                EnterpriseState.UNREGISTERED,
                EnterpriseBoundary.class,
                EnterpriseBoundary::criteria,
                EnterpriseEvent.class,
                EnterpriseState::evolve);
    }

    /** Depends on the zone. */
    @Singleton
    static CommandSlice<RegisterEnterprise> slice() {
        return new CommandSlice<>(
                "register-enterprise",
                RegisterEnterprise.class,
                new TradeHandler<RegisterEnterprise, EnterpriseState>(
                        EnterpriseState.class,
                        command -> new EnterpriseBoundary(command.enterprise().id()),
                        (_, command) -> Optional.of(command.enterprise().zone()),
                        (_, command) -> Set.of(command.enterprise().zone()),
                        RegisterEnterpriseDecider::decide));
    }

    /** Sends {@link RegisterEnterprise}. */
    @POST
    @Operation(
            operationId = "registerEnterprise",
            summary = "Register an enterprise",
            description =
                    "An enterprise is in a zone. The same id with the same content sent again gets the first answer,"
                            + " and nothing is recorded twice.")
    @APIResponseSchema(
            value = CommandOutcome.class,
            responseCode = "201",
            responseDescription = "The enterprise was registered")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "registerEnterprise", value = EXAMPLE)))
                    EnterpriseRegistration body,
            @BeanParam CommandRequest request) {
        ZoneCode zone = ZoneCommands.zone(code);
        return trade.register(body.command(zone), body.id(), zone, request);
    }

    /** The body of a request to register an enterprise. */
    @Schema(description = "An enterprise in a zone.")
    public record EnterpriseRegistration(
            @NotNull EnterpriseId id,

            @NotNull @Size(min = 1, max = 200) String name,

            @NotNull Industry industry,

            @NotNull @Schema(description = "Whether other enterprises settle around it.")
            Boolean leading,

            @NotNull EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore)
            implements DatedBody {

        RegisterEnterprise command(ZoneCode zone) {
            EffectiveDay day = day();
            return new RegisterEnterprise(new Enterprise(id, name, zone, industry, leading, day.on(), day.notBefore()));
        }
    }
}
