package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The data of the dataflow, over HTTP. */
@Path("/v1/sdmx/data/{flow}/{key}")
@Tag(name = "SDMX")
@Produces({SdmxForm.GENERIC, MediaType.APPLICATION_XML})
public class DataResource {

    private static final String MESSAGE = "A message of generic data, written while it is computed";
    private static final Set<String> PROVIDERS = Set.of(Reference.ALL, TradeFlow.AGENCY);

    private final Dataset dataset;
    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    DataResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy, Dataset dataset) {
        this.dataset = dataset;
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "getSdmxData",
            summary = "Trade as generic data in SDMX-ML 2.1",
            description = "The sums of GET /v1/statistics/trade as time series. A key has a part for frequency, area,"
                    + " direction, form of business and chapter: A.CN-JS+CN-SC._T..84 asks for the yearly trade of the"
                    + " zones in two provinces in chapter 84, by form of business. The code _T is the total of a"
                    + " dimension; a part that is left open is any code, the total included. Series without trade are"
                    + " left out.")
    @APIResponse(
            responseCode = "200",
            description = MESSAGE,
            content = {
                @Content(mediaType = SdmxForm.GENERIC, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<StreamedAnswer>> get(@BeanParam AsKnown asked, @BeanParam DataParameters parameters) {
        return get(asked, Reference.ALL, parameters);
    }

    @GET
    @Path("/{provider}")
    @Operation(
            operationId = "getSdmxDataOfProvider",
            summary = "The same data of one provider",
            description = "The same: ZR is the only provider.")
    @APIResponse(
            responseCode = "200",
            description = MESSAGE,
            content = {
                @Content(mediaType = SdmxForm.GENERIC, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<StreamedAnswer>> get(
            @BeanParam AsKnown asked,
            @RestPath
                    @Parameter(
                            description = "The provider of the data: all for any.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = Reference.ALL)
                    String provider,
            @BeanParam DataParameters parameters) {
        var form = SdmxForm.chosen(asked.request, SdmxForm.GENERIC);
        if (!parameters.isOfTrade() || !PROVIDERS.contains(provider)) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There are no such data. GET /v1/sdmx/dataflow/all/all/latest lists the dataflows.");
        }
        var query = new QueryParameters();
        var wanted = parameters.wanted(query);
        var window = parameters.window(query);
        var detail = parameters.detail(query);
        var validAt = parameters.read(query);
        return reads.at(asked, query, position).map(point -> {
            heavy.checkThatStreamCanBegin();
            var question = new TradeSeries.Question(
                    wanted, window, validAt, point.knownAt().position());
            return answers.streamed(
                    asked,
                    point,
                    form,
                    question + " " + detail,
                    message(new GenericData(detail), new MessageHeader(point.knownAt(), dataset.notice()), question));
        });
    }

    private Multi<byte[]> message(GenericData message, MessageHeader header, TradeSeries.Question question) {
        return StreamedAnswer.around(
                () -> message.begin(header),
                heavy.stream(connection ->
                                TradeSeries.of(Cube.in(connection), question).map(message::parts))
                        .onItem()
                        .transformToIterable(parts -> parts),
                message::end);
    }
}
