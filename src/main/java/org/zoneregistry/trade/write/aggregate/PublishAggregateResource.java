package org.zoneregistry.trade.write.aggregate;

import static org.zoneregistry.trade.write.TradeCommands.encoded;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.write.TradeCommands;

/** Records a published figure, over HTTP. */
@Path("/v1/aggregates")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PublishAggregateResource {

    private static final String EXAMPLE = """
            {"subject": "foreign-trade", "territory": "CN", "period": "2022", "total": "42067800000000.00", \
            "import": "18102400000000.00", "export": "23965400000000.00", \
            "source": "General Administration of Customs, press conference of 13 January 2023"}
            """;

    private final TradeCommands trade;

    PublishAggregateResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** The states of published figures. */
    @Singleton
    static EntitySlice figures() {
        return EntitySlice.of(
                AggregateState.class,
                AggregateState.UNPUBLISHED,
                AggregateBoundary.class,
                AggregateBoundary::criteria,
                AggregateEvent.class,
                AggregateState::evolve);
    }

    /** Depends on the figures published under the same key. */
    @Singleton
    static CommandSlice<PublishAggregate> slice() {
        return CommandSlice.on(
                AggregateState.class,
                "publish-aggregate",
                PublishAggregate.class,
                command -> new AggregateBoundary(command.aggregate().key()),
                PublishAggregateDecider::decide);
    }

    /** Sends {@link PublishAggregate}. */
    @POST
    @Operation(
            operationId = "publishAggregate",
            summary = "Record a published figure",
            description =
                    "A figure that an authority published as a whole. A later one with the same subject, territory,"
                            + " period and business form revises it. The same figure sent again gets the first answer,"
                            + " and nothing is recorded twice.")
    @APIResponseSchema(
            value = CommandOutcome.class,
            responseCode = "201",
            responseDescription = "The figure was recorded")
    public Uni<RestResponse<CommandOutcome>> post(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "publishAggregate", value = EXAMPLE)))
                    AggregatePublication body,
            @BeanParam CommandRequest request) {
        return trade.publish(body.command(), body.territory(), body.location(), request);
    }

    /** The body of a request to record a published figure. */
    @Schema(
            description =
                    "A figure that an authority published as a whole. Import and export are each at most the total;"
                            + " they need not add up to it, because published figures are rounded.")
    public record AggregatePublication(
            @NotNull AggregateSubject subject,

            @NotNull
            @Size(min = 1, max = 20)
            @Schema(description = "CN, or a province's ISO 3166-2 code.", examples = "CN-JS")
            String territory,

            @NotNull Period period,

            @Nullable BusinessForm businessForm,

            @NotNull Money total,

            @Nullable @JsonProperty("import") Money imports,

            @Nullable @JsonProperty("export") Money exports,

            @NotNull @Size(min = 1, max = 2000) String source) {

        /** Refuses an import or export that is more than the total. */
        public AggregatePublication {
            PublishedAggregate.check(total, imports, exports);
        }

        PublishAggregate command() {
            return new PublishAggregate(
                    new PublishedAggregate(subject, territory, period, businessForm, total, imports, exports, source));
        }

        /** The address of the figure, with all figures of its subject, territory and period. */
        String location() {
            return "/v1/aggregates?subject=" + subject.wireName() + "&territory=" + encoded(territory) + "&period="
                    + period;
        }
    }
}
