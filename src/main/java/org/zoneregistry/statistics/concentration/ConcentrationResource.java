package org.zoneregistry.statistics.concentration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.zoneregistry.statistics.LeadingEnterprises;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.Matching;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.event.ZoneCode;

/** The concentration of trade, over HTTP. */
@Path("/v1/statistics/concentration")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class ConcentrationResource {

    private static final Set<Dimension> HOLDERS =
            EnumSet.of(Dimension.ENTERPRISE, Dimension.BUSINESS_FORM, Dimension.HS_CHAPTER);

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    ConcentrationResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "concentrationOfTrade",
            summary = "The concentration of trade",
            description = "The Herfindahl-Hirschman index, the shares of the largest and of the four largest, and the"
                    + " effective number: of enterprises, forms of business or chapters, in all zones or in one. For"
                    + " enterprises also the trade of the leading ones, and the growth of the others. CSV has"
                    + " a row for each of them, the largest first.")
    public Uni<RestResponse<TradeConcentration>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "The holders of trade. Default: businessForm.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"enterprise", "businessForm", "hsChapter"}))
                    @Nullable
                    String by,
            @RestQuery("zone")
                    @Parameter(
                            description = "Only the trade of this zone. Can be given several times.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
                            example = "new-harbour")
                    List<String> zone) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension kind = by == null ? Dimension.BUSINESS_FORM : Grouping.one(query, "by", by, HOLDERS);
        Set<String> only = query.each("zone", zone, text -> new ZoneCode(text).value());
        return reads.at(asked, query, position).chain(point -> {
            Dimension of = Objects.requireNonNull(kind);
            var question = question(
                    Objects.requireNonNull(period),
                    of,
                    only,
                    validAt,
                    point.knownAt().position());
            return heavy.ask(
                    Effort.LOOK_UP,
                    "Ask for one zone with zone, or for a month.",
                    connection -> inputs(connection, question, of),
                    inputs -> {
                        var whole = inputs.concentration(
                                question.from(), of, only.isEmpty() ? null : String.join(",", only));
                        return Answers.warn(
                                answers.rows(asked, point, whole.parts(), Part.class, whole), whole.warnings());
                    });
        });
    }

    /**
     * The data for the figures.
     *
     * @param leading the leading enterprises and the others; absent if the question is not about enterprises
     */
    private record Inputs(List<Cell> cells, Basis basis, Optional<Compared> leading) {

        TradeConcentration concentration(Period period, Dimension by, @Nullable String zone) {
            Kinds kinds = Kinds.of(by, cells);
            Leading ofEnterprises = leading.map(compared -> Leading.of(
                            compared.enterprises(),
                            kinds.amounts(),
                            Kinds.of(by, compared.before()).amounts(),
                            compared.matchings()))
                    .orElse(null);
            return TradeConcentration.of(period, by, zone, kinds, basis, ofEnterprises);
        }
    }

    /**
     * Leading enterprises, and the trade of all enterprises in the year before.
     *
     * @param matchings the common trade of both years
     */
    private record Compared(Set<String> enterprises, List<Cell> before, List<Matching> matchings) {}

    private static Uni<Inputs> inputs(SqlConnection connection, CubeQuestion question, Dimension by) {
        Cube cube = Cube.in(connection);
        return cube.sums(question)
                .chain(cells -> Basis.of(cube, question)
                        .chain(basis -> by == Dimension.ENTERPRISE
                                ? compared(connection, cube, question)
                                        .map(compared -> new Inputs(cells, basis, Optional.of(compared)))
                                : Uni.createFrom().item(new Inputs(cells, basis, Optional.empty()))));
    }

    private static Uni<Compared> compared(SqlConnection connection, Cube cube, CubeQuestion question) {
        Period period = question.from();
        Uni<Set<String>> leading = LeadingEnterprises.known(connection, question.knownAt());
        if (period.year() == Period.FIRST_YEAR) {
            return leading.map(enterprises -> new Compared(enterprises, List.of(), List.of()));
        }
        var before = new Period(period.year() - 1, period.month());
        CubeQuestion both = question.over(before, period).byPeriods(Set.of(before, period));
        return leading.chain(enterprises -> cube.sums(question.over(before, before))
                .chain(cells ->
                        cube.matching(both, before).map(matchings -> new Compared(enterprises, cells, matchings))));
    }

    private static CubeQuestion question(
            Period period, Dimension by, Set<String> zones, @Nullable LocalDate validAt, long knownAt) {
        Map<Dimension, Set<String>> filter = zones.isEmpty() ? Map.of() : Map.of(Dimension.ZONE, zones);
        return new CubeQuestion(period, period, Set.of(by), filter, validAt, knownAt);
    }
}
