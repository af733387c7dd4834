package org.zoneregistry.statistics.trade;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.projections.rebuild.Copies;
import org.zoneregistry.projections.rebuild.Copy;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.ZoneSelection;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Sums of trade, over HTTP. */
@Path("/v1/statistics/trade")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class TradeSumsResource {

    /** Dimensions that separate entries of one zone and one year. */
    private static final Set<Dimension> SEPARATING = EnumSet.complementOf(
            EnumSet.of(Dimension.YEAR, Dimension.ZONE, Dimension.TYPE, Dimension.PROVINCE, Dimension.REGION));

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;
    private final Copies copies;

    TradeSumsResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy, Copies copies) {
        this.copies = copies;
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "sumTrade",
            summary = "Sums of trade",
            description =
                    "The trade entries of zones, summed exactly: those that are not withdrawn, with their corrections."
                            + " A year has its months and trade recorded for the whole year; a month has only trade"
                            + " recorded for months, and notBrokenDown is trade recorded for the whole year instead."
                            + " Each row has the number of its entries, zones and months, and warnings if trade may be"
                            + " counted twice. A zone's type, province and region are those of each period's last day.")
    public Uni<RestResponse<TradeSums>> get(
            @BeanParam AsKnown asked,
            @BeanParam Interval interval,
            @RestQuery("groupBy")
                    @Parameter(
                            description = "The breakdown of the sums: year, month, zone, type, province, region,"
                                    + " businessForm, direction, hsChapter, enterprise, partner; several separated by"
                                    + " commas, or in repeated parameters. Default: one sum of all.",
                            example = "[\"province\"]")
                    @Nullable
                    List<String> groupBy,
            @BeanParam ZoneSelection zones,
            @BeanParam EntryFilter entries,
            @BeanParam CopyAsked copy) {
        var query = new QueryParameters();
        Interval.Periods periods = interval.read(query);
        Set<Dimension> dimensions = Grouping.read(query, groupBy, EnumSet.allOf(Dimension.class));
        Map<Dimension, Set<String>> filter = zones.filter(query, entries);
        LocalDate validAt = zones.read(query);
        return copy.find(copies, StatisticsPosition.PROJECTION, query)
                .chain(found -> reads.at(
                                asked,
                                query,
                                found.<ProjectionPosition>map(prefix -> prefix).orElse(position))
                        .chain(point -> {
                            var question = new CubeQuestion(
                                    Objects.requireNonNull(periods).from(),
                                    periods.to(),
                                    dimensions,
                                    filter,
                                    validAt,
                                    point.knownAt().position());
                            return heavy.ask(
                                    question.effort(),
                                    Grouping.NARROWER,
                                    connection -> sums(found, connection, question),
                                    inputs -> {
                                        TradeSums sums = TradeSums.of(
                                                question, inputs.cells(), inputs.all(), inputs.wholeYears());
                                        return Answers.warn(
                                                answers.rows(asked, point, sums.rows(), TradeSum.class, sums),
                                                sums.warnings());
                                    });
                        }));
    }

    private record Inputs(List<CoveredCell> cells, @Nullable Coverage all, WholeYears wholeYears) {}

    private static Uni<Inputs> sums(Optional<Copy> copy, SqlConnection connection, CubeQuestion question) {
        Supplier<Uni<Inputs>> sums = () -> sums(Cube.in(connection), question);
        return copy.map(asked -> Copies.asking(asked, connection, sums)).orElseGet(sums);
    }

    private static Uni<Inputs> sums(Cube cube, CubeQuestion question) {
        return cube.covered(question)
                .chain(cells -> all(cube, question, cells)
                        .chain(all -> wholeYears(cube, question)
                                .map(wholeYears -> new Inputs(cells, all.orElse(null), wholeYears))));
    }

    /** What all rows together cover, if several rows can separate what must not be added. */
    private static Uni<Optional<Coverage>> all(Cube cube, CubeQuestion question, List<CoveredCell> cells) {
        boolean areSeparated = cells.size() > 1 && !Collections.disjoint(question.groupBy(), SEPARATING);
        return areSeparated
                ? cube.covered(question.by(Set.of()))
                        .map(all -> all.stream().findFirst().map(CoveredCell::coverage))
                : Uni.createFrom().item(Optional.empty());
    }

    private static Uni<WholeYears> wholeYears(Cube cube, CubeQuestion question) {
        return WholeYears.applyTo(question)
                ? cube.sums(WholeYears.question(question)).map(cells -> new WholeYears(question, cells))
                : Uni.createFrom().item(new WholeYears(question, List.of()));
    }
}
