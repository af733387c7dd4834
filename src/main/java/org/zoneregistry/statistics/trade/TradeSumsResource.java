package org.zoneregistry.statistics.trade;

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
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.ProjectionPosition;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.projection.rebuild.Copies;
import org.zoneregistry.platform.projection.rebuild.Copy;
import org.zoneregistry.platform.projection.rebuild.CopyAsked;
import org.zoneregistry.statistics.EntryFilter;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.StoredCube;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Sums of trade, over HTTP. */
@Path("/v1/statistics/trade")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class TradeSumsResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;
    private final Copies copies;

    TradeSumsResource(Reads reads, Answers answers, StatisticsPosition position, Cube cube, Copies copies) {
        this.copies = copies;
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
    }

    /** Sums up. */
    @GET
    @Operation(
            operationId = "sumTrade",
            summary = "Sums of trade",
            description = "The trade entries of zones, summed exactly: those that are not withdrawn, as they were"
                    + " corrected. A year sums its months and what was recorded for the year as a whole; a month has"
                    + " what was recorded for months alone, and notBrokenDown says what was recorded for the year"
                    + " beside it. Zones count under their type, province and region as of each period's last day.")
    public Uni<RestResponse<TradeSums>> get(
            @BeanParam AsKnown asked,
            @BeanParam Interval interval,
            @RestQuery("groupBy")
                    @Parameter(
                            description = "By what the sums are taken apart: year, month, zone, type, province, region,"
                                    + " businessForm, direction, hsChapter, enterprise, partner; several with commas"
                                    + " between them, or the parameter several times. Default: one sum of all.",
                            example = "[\"province\"]")
                    @Nullable
                    List<String> groupBy,
            @BeanParam EntryFilter entries,
            @BeanParam CopyAsked copy) {
        var query = new QueryParameters();
        Interval.Periods periods = interval.read(query);
        Set<Dimension> dimensions = Grouping.read(query, groupBy, EnumSet.allOf(Dimension.class));
        Map<Dimension, Set<String>> filter = entries.filter(query);
        LocalDate validAt = entries.read(query);
        return copy.find(copies, StatisticsPosition.PROJECTION, query)
                .chain(found -> reads.at(
                                asked,
                                query,
                                found.<ProjectionPosition>map(prefix -> prefix).orElse(position))
                        .chain(point -> sums(
                                        found,
                                        new CubeQuestion(
                                                Objects.requireNonNull(periods).from(),
                                                periods.to(),
                                                dimensions,
                                                filter,
                                                validAt,
                                                point.knownAt().position()))
                                .map(sums -> answers.rows(asked, point, sums.rows(), TradeSum.class, sums))));
    }

    private Uni<TradeSums> sums(Optional<Copy> copy, CubeQuestion question) {
        return copy.map(asked -> copies.asking(asked, connection -> sums(StoredCube.in(connection), question)))
                .orElseGet(() -> sums(cube, question));
    }

    private static Uni<TradeSums> sums(Cube cube, CubeQuestion question) {
        return Uni.combine()
                .all()
                .unis(cube.sums(question), wholeYears(cube, question))
                .with((cells, wholeYears) -> TradeSums.of(question, cells, wholeYears));
    }

    private static Uni<WholeYears> wholeYears(Cube cube, CubeQuestion question) {
        return WholeYears.matterTo(question)
                ? cube.sums(WholeYears.question(question)).map(cells -> new WholeYears(question, cells))
                : Uni.createFrom().item(new WholeYears(question, List.of()));
    }
}
