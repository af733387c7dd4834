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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.statistics.EntryFilter;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.NotBrokenDown;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.read.StatisticsPosition;

/** How trade has grown, over HTTP. */
@Path("/v1/statistics/growth")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class GrowthResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;

    GrowthResource(Reads reads, Answers answers, StatisticsPosition position, Cube cube) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
    }

    /** Compares periods. */
    @GET
    @Operation(
            operationId = "growthOfTrade",
            summary = "How trade has grown",
            description =
                    "Period by period: the rate against the year before, the multiple of the first period, and the"
                            + " compound annual growth rate since. A period for which nothing was recorded is unknown.")
    public Uni<RestResponse<TradeGrowth>> get(
            @BeanParam AsKnown asked,
            @BeanParam Interval interval,
            @RestQuery("groupBy")
                    @Parameter(
                            description =
                                    "By what the trade is taken apart: zone, type, province, region, businessForm,"
                                            + " direction, hsChapter, enterprise, partner; several with commas between them, or"
                                            + " the parameter several times. Default: all trade together.",
                            example = "[\"businessForm\"]")
                    @Nullable
                    List<String> groupBy,
            @BeanParam EntryFilter entries) {
        var query = new QueryParameters();
        Interval.Periods periods = interval.read(query);
        Set<Dimension> dimensions = Grouping.read(query, groupBy, TradeGrowth.groupings());
        Map<Dimension, Set<String>> filter = entries.filter(query);
        LocalDate validAt = entries.read(query);
        return reads.at(asked, query, position).chain(point -> {
            var question = question(
                    Objects.requireNonNull(periods),
                    dimensions,
                    filter,
                    validAt,
                    point.knownAt().position());
            return cube.sums(question)
                    .chain(cells -> NotBrokenDown.beside(cube, asked(periods, question))
                            .map(beside -> TradeGrowth.of(periods, dimensions, cells, beside)))
                    .map(growth -> answers.rows(asked, point, growth.rows(), GrowthRow.class, growth));
        });
    }

    /** The same of the periods that were asked for, without those that they are compared with. */
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
