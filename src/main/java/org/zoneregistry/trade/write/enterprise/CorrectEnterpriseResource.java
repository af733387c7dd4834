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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.write.TradeCommands;
import org.zoneregistry.trade.write.TradeHandler;
import org.zoneregistry.zone.event.ZoneCode;

/** Corrects an enterprise, over HTTP. */
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

    /** Depends on the zone after the correction, if zone or day change. */
    @Singleton
    static CommandSlice<CorrectEnterprise> slice() {
        return new CommandSlice<>(
                "correct-enterprise",
                CorrectEnterprise.class,
                new TradeHandler<CorrectEnterprise, EnterpriseState>(
                        EnterpriseState.class,
                        command -> new EnterpriseBoundary(command.id()),
                        (state, _) -> state.now().map(Enterprise::zone),
                        (state, command) -> state.now()
                                .filter(now -> CorrectEnterpriseDecider.needsZone(now, command))
                                .map(now -> Set.of(Objects.requireNonNullElse(command.zone(), now.zone())))
                                .orElse(Set.of()),
                        CorrectEnterpriseDecider::decide));
    }

    /** Sends {@link CorrectEnterprise}. */
    @POST
    @Operation(
            operationId = "correctEnterprise",
            summary = "Correct an enterprise",
            description = "A registered enterprise was wrong. It gets new content from now on. Members that are not"
                    + " given stay as they are. It is withdrawn and registered again, in one step. A correction that"
                    + " doesn't change zone and effectiveOn is not refused because of the zone.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "correctEnterprise", value = EXAMPLE)))
                    EnterpriseCorrection body,
            @BeanParam CommandRequest request) {
        EnterpriseId enterprise = TradeCommands.enterprise(id);
        CorrectEnterprise command = body.command(enterprise);
        return trade.correct(command, enterprise, command.zone(), request);
    }

    /** The body of a request to correct an enterprise. */
    @Schema(description = "The correct values. Members that are not given stay as they are.")
    public record EnterpriseCorrection(
            @Nullable @Size(min = 1, max = 200) String name,

            @Nullable @Schema(description = "The correct zone.")
            ZoneCode zone,

            @Nullable Industry industry,

            @Nullable @Schema(description = "Whether other enterprises settle around it.")
            Boolean leading,

            @Nullable EffectiveDay effectiveOn,

            @Nullable EffectiveDay effectiveNotBefore,

            @NotNull @Size(min = 1, max = 2000) String reason) {

        /** Refuses an empty correction, and an earliest day after the latest. */
        public EnterpriseCorrection {
            if (Stream.<@Nullable Object>of(name, zone, industry, leading, effectiveOn, effectiveNotBefore)
                    .allMatch(Objects::isNull)) {
                throw new IllegalArgumentException("must give a new value for a member of the enterprise");
            }
            if (effectiveOn != null) {
                effectiveOn.withNotBefore(effectiveNotBefore);
            }
        }

        CorrectEnterprise command(EnterpriseId id) {
            EffectiveDay earliest =
                    effectiveOn == null ? effectiveNotBefore : effectiveOn.withNotBefore(effectiveNotBefore);
            return new CorrectEnterprise(
                    id,
                    name,
                    zone,
                    industry,
                    leading,
                    effectiveOn == null ? null : effectiveOn.on(),
                    earliest == null ? null : earliest.notBefore(),
                    reason);
        }
    }
}
