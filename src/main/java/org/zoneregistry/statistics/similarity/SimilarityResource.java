package org.zoneregistry.statistics.similarity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The similarity of zones, over HTTP. */
@Path("/v1/statistics/similarity")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class SimilarityResource {

    /** Limits the cells by zone and chapter. Enough for the zones in the largest number of pairs of an answer. */
    private static final int MOST_CELLS = 40_000;

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    SimilarityResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "similarityOfZones",
            summary = "The similarity of zones' trade",
            description = "The Krugman specialisation index and the cosine similarity of every pair of zones, by form"
                    + " of business or chapter; the most similar zones to each; and the similarity of the zones in each"
                    + " province. CSV has a row for every pair.")
    public Uni<RestResponse<Similarity>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "The kinds that are compared. Default: businessForm.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"businessForm", "hsChapter"}))
                    @Nullable
                    String by,
            @RestQuery("province")
                    @Parameter(
                            description = "Only the zones in this province, by its ISO 3166-2 code. Can be given"
                                    + " several times.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
                            example = "CN-JS")
                    List<String> province) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension kind = by == null ? Dimension.BUSINESS_FORM : Grouping.one(query, "by", by, Kinds.OF_BUSINESS);
        Set<String> only = query.each("province", province, Province::parse);
        return reads.at(asked, query, position).chain(point -> {
            var question = new CubeQuestion(
                    Objects.requireNonNull(period),
                    period,
                    ZoneKinds.groupBy(Objects.requireNonNull(kind)),
                    only.isEmpty() ? Map.of() : Map.of(Dimension.PROVINCE, only),
                    validAt,
                    point.knownAt().position());
            return heavy.ask(
                    Effort.LOOK_UP,
                    "Ask for the zones of one province with province.",
                    connection -> inputs(Cube.in(connection), question),
                    inputs -> {
                        var whole = Similarity.of(period, kind, ZoneKinds.of(kind, inputs.cells()), inputs.basis());
                        return Answers.warn(
                                answers.rows(asked, point, whole.pairs(), ZonePair.class, whole), whole.warnings());
                    });
        });
    }

    private record Inputs(List<Cell> cells, Basis basis) {}

    private static Uni<Inputs> inputs(Cube cube, CubeQuestion question) {
        return cube.sums(question, MOST_CELLS)
                .chain(cells -> Basis.of(cube, question).map(basis -> new Inputs(cells, basis)));
    }
}
