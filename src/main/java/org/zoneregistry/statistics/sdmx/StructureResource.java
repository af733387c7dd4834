package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The structural metadata of the dataflow, over HTTP. */
@Path("/v1/sdmx/{artefact}/{agency}/{id}/{version}")
@Tag(name = "SDMX")
@Produces({SdmxForm.STRUCTURE, MediaType.APPLICATION_XML})
public class StructureResource {

    private final Dataset dataset;
    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    StructureResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy, Dataset dataset) {
        this.dataset = dataset;
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "getSdmxStructure",
            summary = "Structural metadata in SDMX-ML 2.1",
            description =
                    "The dataflow TRADE of the agency ZR, its structure, its codelists and its concepts. The codelist"
                            + " of areas has the zones that the registry knew of at knownAt.")
    @APIResponse(
            responseCode = "200",
            description = "A structure message",
            content = {
                @Content(mediaType = SdmxForm.STRUCTURE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<StreamedAnswer>> get(
            @BeanParam AsKnown asked,
            @RestPath
                    @Parameter(
                            description = "The requested kind.",
                            schema = @Schema(implementation = Artefact.class),
                            example = "dataflow")
                    String artefact,
            @RestPath
                    @Parameter(
                            description = "The agency that keeps it; all for any.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = TradeFlow.AGENCY)
                    String agency,
            @RestPath
                    @Parameter(
                            description = "Its id; all for any.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = TradeFlow.ID)
                    String id,
            @RestPath
                    @Parameter(
                            description = "Its version; latest for the newest, all for any.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = Reference.LATEST)
                    String version,
            @RestQuery("references")
                    @Parameter(
                            description = "The additional metadata: none, the referenced ones, also those that they"
                                    + " refer to, or all. Default: none.",
                            schema = @Schema(implementation = References.class),
                            example = "children")
                    @Nullable
                    String references) {
        var form = SdmxForm.chosen(asked.request, SdmxForm.STRUCTURE);
        var kind = Artefact.named(artefact).orElseThrow(StructureResource::missing);
        var query = new QueryParameters();
        var beside =
                Objects.requireNonNullElse(query.oneOf("references", references, References.class), References.NONE);
        var reference = new Reference(agency, id, version);
        return reads.at(asked, query, position).map(point -> {
            var found = Metadata.of(kind, reference, beside, Codelists.all()).orElseThrow(StructureResource::missing);
            if (found.hasZones()) {
                heavy.checkThatStreamCanBegin();
            }
            return answers.streamed(asked, point, form, found.toString(), message(found, point));
        });
    }

    private Multi<byte[]> message(Metadata found, PointInTime point) {
        var message = new StructureMessage(found);
        long knownAt = point.knownAt().position();
        return StreamedAnswer.around(
                () -> message.begin(new MessageHeader(point.knownAt(), dataset.notice())),
                found.hasZones()
                        ? heavy.stream(connection ->
                                KnownZones.codes(connection, knownAt).map(message::zones))
                        : Multi.createFrom().empty(),
                message::end);
    }

    private static ProblemException missing() {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "There is no such structure. GET /v1/sdmx/dataflow/all/all/latest?references=all shows all"
                        + " structures.");
    }
}
