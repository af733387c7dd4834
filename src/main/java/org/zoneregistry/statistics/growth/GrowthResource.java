package org.zoneregistry.statistics.growth;

import io.smallrye.mutiny.Uni;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.ZoneSelection;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.Matching;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The growth of trade, over HTTP. */
@Path("/v1/statistics/growth")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class GrowthResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    GrowthResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "growthOfTrade",
            summary = "The growth of trade",
            description =
                    "Period by period: the rate against the year before, the multiple of the first period, and the"
                            + " compound annual growth rate since. A period for which nothing was recorded is unknown."
                            + " Each row has the coverage of its sums, and the same figures for the common part of both"
                            + " periods: only zones that have entries of the same month, or of the whole year, in"
                            + " both.")
    public Uni<RestResponse<TradeGrowth>> get(
            @BeanParam AsKnown asked,
            @BeanParam Interval interval,
            @RestQuery("groupBy")
                    @Parameter(
                            description =
                                    "The breakdown of the trade: zone, type, province, region, businessForm, direction,"
                                            + " hsChapter, enterprise, partner; several separated by commas, or in"
                                            + " repeated parameters. Default: all trade together.",
                            example = "[\"businessForm\"]")
                    @Nullable
                    List<String> groupBy,
            @BeanParam ZoneSelection zones,
            @BeanParam EntryFilter entries) {
        var query = new QueryParameters();
        Interval.Periods periods = interval.read(query);
        Set<Dimension> dimensions = Grouping.read(query, groupBy, TradeGrowth.groupings());
        Map<Dimension, Set<String>> filter = zones.filter(query, entries);
        LocalDate validAt = zones.read(query);
        return reads.at(asked, query, position).chain(point -> {
            var question = question(
                    Objects.requireNonNull(periods),
                    dimensions,
                    filter,
                    validAt,
                    point.knownAt().position());
            return heavy.ask(
                    question.effort(),
                    Grouping.NARROWER,
                    connection -> inputs(Cube.in(connection), question, asked(periods, question)),
                    inputs -> {
                        var growth = TradeGrowth.of(
                                periods, dimensions, inputs.cells(), inputs.matchings(), inputs.beside());
                        return Answers.warn(
                                answers.rows(asked, point, growth.rows(), GrowthRow.class, growth), growth.warnings());
                    });
        });
    }

    private record Inputs(List<CoveredCell> cells, List<Matching> matchings, Optional<Amount> beside) {}

    private static Uni<Inputs> inputs(Cube cube, CubeQuestion question, CubeQuestion asked) {
        return cube.covered(question)
                .chain(cells -> cube.matching(question, asked.from())
                        .chain(matchings ->
                                Basis.notBrokenDown(cube, asked).map(beside -> new Inputs(cells, matchings, beside))));
    }

    /** The same question for the requested periods only, without the periods of comparison. */
    private static CubeQuestion asked(Interval.Periods periods, CubeQuestion question) {
        return new CubeQuestion(
                periods.from(), periods.to(), Set.of(), question.filter(), question.validAt(), question.knownAt());
    }

    private static CubeQuestion question(
            Interval.Periods periods,
            Set<Dimension> dimensions,
            Map<Dimension, Set<String>> filter,
            @Nullable LocalDate validAt,
            long knownAt) {
        var groupBy = EnumSet.of(TradeGrowth.periodsOf(periods));
        groupBy.addAll(dimensions);
        return new CubeQuestion(TradeGrowth.firstOf(periods), periods.to(), groupBy, filter, validAt, knownAt);
    }
}
