package org.zoneregistry.statistics.similarity;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.NotBrokenDown;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;

/** How alike zones are, over HTTP. */
@Path("/v1/statistics/similarity")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class SimilarityResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;

    SimilarityResource(Reads reads, Answers answers, StatisticsPosition position, Cube cube) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
    }

    /** Compares them. */
    @GET
    @Operation(
            operationId = "similarityOfZones",
            summary = "How alike zones are in what they trade",
            description = "The Krugman specialisation index and the cosine similarity of every two zones, by form of"
                    + " business or chapter; the zones that are most like each; and how alike the zones inside a province"
                    + " are. CSV has a row for every pair.")
    public Uni<RestResponse<Similarity>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "By what their trade is compared. Default: businessForm.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"businessForm", "hsChapter"}))
                    @Nullable
                    String by) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension kind = by == null ? Dimension.BUSINESS_FORM : Grouping.one(query, "by", by, Kinds.OF_BUSINESS);
        return reads.at(asked, query, position)
                .chain(point -> similarity(
                                Objects.requireNonNull(period),
                                validAt,
                                Objects.requireNonNull(kind),
                                point.knownAt().position())
                        .map(whole -> answers.rows(asked, point, whole.pairs(), ZonePair.class, whole)));
    }

    private Uni<Similarity> similarity(Period period, @Nullable LocalDate validAt, Dimension kind, long knownAt) {
        var question = new CubeQuestion(period, period, ZoneKinds.groupBy(kind), Map.of(), validAt, knownAt);
        return cube.sums(question)
                .chain(cells -> NotBrokenDown.beside(cube, question)
                        // thousands of pairs are too much for an event loop
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(beside -> Similarity.of(period, kind, ZoneKinds.of(kind, cells), beside)));
    }
}
