package org.zoneregistry.trade.write.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
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
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.ledger.Dataset;
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
import org.zoneregistry.zone.write.ZoneCommands;

/** Records a trade entry, over HTTP. */
@Path("/v1/zones/{code}/trade")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecordTradeResource {

    private static final String EXAMPLE = """
            {"entryId": "NH-2022-000017", "period": "2022-12", "direction": "export", \
            "businessForm": "bonded-maintenance", "hsChapter": "88", "enterprise": "91320000MA1ABCDE0X", \
            "partner": "DE", "value": "1250000.00"}
            """;

    private final TradeCommands trade;

    RecordTradeResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Refuses an id of another data set without asking the log. */
    @Singleton
    static CommandSlice<RecordTrade> slice(Dataset dataset) {
        return new CommandSlice<>(
                        "record-trade",
                        RecordTrade.class,
                        new TradeHandler<RecordTrade, EntryState>(
                                EntryState.class,
                                command -> new EntryBoundary(command.entry().id()),
                                (_, command) -> Optional.of(command.entry().zone()),
                                (_, command) -> Set.of(command.entry().zone()),
                                RecordTradeDecider::decide))
                .unless(command -> dataset.refusal(command.entry().id().value()));
    }

    /** Sends {@link RecordTrade}. */
    @POST
    @Operation(
            operationId = "recordTrade",
            summary = "Record a trade entry",
            description =
                    "One statistical line of a zone's trade. The same entryId with the same content sent again gets the"
                            + " first answer, and nothing is recorded twice.")
    @APIResponseSchema(
            value = CommandOutcome.class,
            responseCode = "201",
            responseDescription = "The entry was recorded")
    public Uni<RestResponse<CommandOutcome>> post(
            @RestPath String code,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "recordTrade", value = EXAMPLE)))
                    EntryRecording body,
            @BeanParam CommandRequest request) {
        ZoneCode zone = ZoneCommands.zone(code);
        return trade.record(body.command(zone), body.entryId(), zone, request);
    }

    /** The body of a request to record a trade entry. */
    @Schema(description = "One statistical line of a zone's trade.")
    public record EntryRecording(
            @NotNull EntryId entryId,

            @NotNull Period period,

            @NotNull Direction direction,

            @NotNull BusinessForm businessForm,

            @Nullable HsChapter hsChapter,

            @Nullable EnterpriseId enterprise,

            @Nullable Country partner,

            @NotNull Money value) {

        RecordTrade command(ZoneCode zone) {
            return new RecordTrade(new TradeEntry(
                    entryId, zone, period, direction, businessForm, hsChapter, enterprise, partner, value));
        }
    }
}
