package org.zoneregistry.trade.write.aggregate;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.trade.write.TradeCommands;

/** Record a published figure, over HTTP. */
@Path("/v1/aggregates")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PublishAggregateResource {

    private static final String EXAMPLE = """
            {"subject": "foreign-trade", "territory": "CN", "period": "2022", "total": "42067800000000.00", "import": "18102400000000.00", "export": "23965400000000.00", "source": "General Administration of Customs, press conference of 13 January 2023"}
            """;

    private final TradeCommands trade;

    PublishAggregateResource(TradeCommands trade) {
        this.trade = trade;
    }

    /** Sends {@link PublishAggregate}. */
    @POST
    @Operation(
            operationId = "publishAggregate",
            summary = "Record a published figure",
            description =
                    "A figure that an authority published as a whole. A later one of the same subject, territory, period and"
                            + " business form revises it; the same figure again is answered as the first time,"
                            + " and nothing is"
                            + " recorded twice.")
    @APIResponseSchema(
            value = CommandOutcome.class,
            responseCode = "201",
            responseDescription = "The figure is recorded")
    public Uni<RestResponse<CommandOutcome>> post(
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "publishAggregate", value = EXAMPLE)))
                    AggregatePublication body,
            @BeanParam CommandRequest request) {
        return trade.publish(body.command(), body.territory(), body.location(), request);
    }
}
