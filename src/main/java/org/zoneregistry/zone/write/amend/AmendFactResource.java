package org.zoneregistry.zone.write.amend;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.FactId;
import org.zoneregistry.zone.write.ZoneCommandSlice;
import org.zoneregistry.zone.write.ZoneCommands;
import org.zoneregistry.zone.write.ZoneNameBody;

/** Amend a fact, over HTTP. */
@Path("/v1/facts/{eventId}/amendment")
@Tag(name = "Facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AmendFactResource {

    private static final String EXAMPLE = """
            {"effectiveOn": "2019-12-18", "values": {"areaKm2": 4.15}, "reason": "The approval was misread."}
            """;

    private final ZoneCommands zones;

    AmendFactResource(ZoneCommands zones) {
        this.zones = zones;
    }

    /** Also touches the zones that the fact will absorb. */
    @Singleton
    static CommandSlice<AmendFact> slice() {
        return ZoneCommandSlice.correcting(
                "amend-fact",
                AmendFact.class,
                AmendFact::fact,
                command -> Objects.requireNonNullElse(command.values().get(FactValue.ABSORBS), List.of()),
                AmendFactDecider::decide);
    }

    @POST
    @Operation(
            operationId = "amendFact",
            summary = "Amend a fact",
            description =
                    "A recorded fact was wrong or imprecise. It gets new content from now on. Values that are not given"
                            + " stay as they are.")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String eventId,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "amendFact", value = EXAMPLE)))
                    FactAmendment body,
            @BeanParam CommandRequest request) {
        FactId fact = FactId.parse(eventId);
        AmendFact command = body.command(fact);
        return zones.correct(command, fact, command.values(), request);
    }

    /** The body of a request to amend a fact. */
    @Schema(description = "The right content of a recorded fact. Values that are not given stay as they are.")
    public record FactAmendment(
            @Nullable EffectiveDay effectiveOn,
            @Nullable EffectiveDay effectiveNotBefore,
            @Nullable Values values,
            @NotNull @Size(min = 1, max = 2000) String reason) {

        /** Refuses an amendment without changes. */
        public FactAmendment {
            boolean valuesGiven =
                    values != null && !values.toFactValues().given().isEmpty();
            if (effectiveOn == null && effectiveNotBefore == null && !valuesGiven) {
                throw new IllegalArgumentException("must have effectiveOn, effectiveNotBefore, or a new value");
            }
            if (effectiveOn != null) {
                effectiveOn.withNotBefore(effectiveNotBefore);
            }
        }

        AmendFact command(FactId fact) {
            LocalDate on = effectiveOn == null ? null : effectiveOn.on();
            LocalDate earliest = effectiveNotBefore == null ? null : effectiveNotBefore.notBefore();
            LocalDate notBefore = effectiveOn == null
                    ? earliest
                    : effectiveOn.withNotBefore(effectiveNotBefore).notBefore();
            return new AmendFact(
                    fact.value(), on, notBefore, values == null ? FactValues.NONE : values.toFactValues(), reason);
        }

        /** The values by their names in the fact. */
        @Schema(name = "AmendedValues", description = "New values, by the names that they have in the fact.")
        public record Values(
                @Nullable ZoneNameBody name,
                @Nullable ZoneType type,
                @Nullable @Size(max = 20) String province,
                @Nullable @Size(min = 1, max = 80) String customsDistrict,
                @Nullable AreaKm2 areaKm2,
                @Nullable @Size(max = 20) List<@NotNull ZoneCode> absorbs,
                @Nullable FacilityKind kind,
                @Nullable @Size(min = 1, max = 2000) String reason) {

            FactValues toFactValues() {
                return FactValues.NONE
                        .with(FactValue.NAME, ZoneNameBody.of(name))
                        .with(FactValue.TYPE, type)
                        .with(FactValue.PROVINCE, province)
                        .with(FactValue.CUSTOMS_DISTRICT, customsDistrict)
                        .with(FactValue.AREA_KM2, areaKm2 == null ? null : areaKm2.value())
                        .with(FactValue.ABSORBS, absorbs)
                        .with(FactValue.KIND, kind)
                        .with(FactValue.REASON, reason);
            }
        }
    }
}
