package org.zoneregistry.trade.write.correct;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.TradeCommands;
import org.zoneregistry.trade.write.TradeHandler;
import org.zoneregistry.zone.event.ZoneCode;

/** Corrects a trade entry, over HTTP. */
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

    /** Depends on the zone after the correction, if zone or period change. */
    @Singleton
    static CommandSlice<CorrectTrade> slice() {
        return new CommandSlice<>(
                "correct-trade",
                CorrectTrade.class,
                new TradeHandler<CorrectTrade, EntryState>(
                        EntryState.class,
                        command -> new EntryBoundary(command.entryId()),
                        (state, _) -> state.now().map(TradeEntry::zone),
                        (state, command) -> state.now()
                                .filter(now -> !now.isWhereAndWhen(command.applyTo(now)))
                                .map(now -> Set.of(command.applyTo(now).zone()))
                                .orElse(Set.of()),
                        CorrectTradeDecider::decide));
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
                            + " correction that doesn't change zone and period is not refused because of the zone.")
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

    /** The body of a request to correct a trade entry. */
    @Schema(description = "The correct values. Members that are not given stay as they are.")
    public record EntryCorrection(
            @Nullable
            @Schema(
                    description = "The correct zone. The entry is withdrawn from the other one and recorded in this"
                            + " one, in one step.")
            ZoneCode zone,

            @Nullable Period period,
            @Nullable Direction direction,
            @Nullable BusinessForm businessForm,
            @Nullable HsChapter hsChapter,
            @Nullable EnterpriseId enterprise,
            @Nullable Country partner,
            @Nullable Money value,

            @Nullable @Size(max = 3) @Schema(description = "The optional members to remove.")
            List<
                            @NotNull
                            @Pattern(regexp = CLEARABLE, message = "must be one of hsChapter, enterprise, partner")
                            String>
                    clears,

            @NotNull @Size(min = 1, max = 2000) String reason) {

        private static final String CLEARABLE = "^(hsChapter|enterprise|partner)$";

        /** Refuses an empty correction, and one that both gives and clears a member. */
        public EntryCorrection {
            Set<OptionalMember> cleared = members(clears);
            Set<OptionalMember> given = given(hsChapter, enterprise, partner);
            boolean required =
                    zone != null || period != null || direction != null || businessForm != null || value != null;
            if (!required && given.isEmpty() && cleared.isEmpty()) {
                throw new IllegalArgumentException("must give a new value for a member of the entry, or clear one");
            }
            if (!Collections.disjoint(given, cleared)) {
                throw new BrokenMember("clears", "must not name a member that has a new value");
            }
        }

        CorrectTrade command(EntryId entry) {
            return new CorrectTrade(
                    entry,
                    zone,
                    period,
                    direction,
                    businessForm,
                    hsChapter,
                    enterprise,
                    partner,
                    value,
                    members(clears),
                    reason);
        }

        private static Set<OptionalMember> given(
                @Nullable HsChapter hsChapter, @Nullable EnterpriseId enterprise, @Nullable Country partner) {
            var given = EnumSet.noneOf(OptionalMember.class);
            if (hsChapter != null) {
                given.add(OptionalMember.HS_CHAPTER);
            }
            if (enterprise != null) {
                given.add(OptionalMember.ENTERPRISE);
            }
            if (partner != null) {
                given.add(OptionalMember.PARTNER);
            }
            return given;
        }

        private static Set<OptionalMember> members(@Nullable List<String> names) {
            var members = EnumSet.noneOf(OptionalMember.class);
            if (names != null) {
                names.forEach(name -> members.add(OptionalMember.parse(name)));
            }
            return members;
        }
    }
}
