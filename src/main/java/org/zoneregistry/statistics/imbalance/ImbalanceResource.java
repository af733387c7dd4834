package org.zoneregistry.statistics.imbalance;

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
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.read.LiveZone;

/** The inequality of trade among zones, over HTTP. */
@Path("/v1/statistics/imbalance")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class ImbalanceResource {

    private static final Set<Dimension> GROUPINGS = EnumSet.of(Dimension.REGION, Dimension.PROVINCE);

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    ImbalanceResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "imbalanceOfTrade",
            summary = "The inequality of trade among zones",
            description = "Theil's index with its parts between regions or provinces and within them, the Gini"
                    + " coefficient, the coefficient of variation and the share of the largest: of all zones, of each"
                    + " group, and inside each province that has several zones. CSV has a row for each of these.")
    public Uni<RestResponse<Imbalance>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "The grouping of zones. Default: region.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"region", "province"}))
                    @Nullable
                    String by) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension group = by == null ? Dimension.REGION : Grouping.one(query, "by", by, GROUPINGS);
        return reads.at(asked, query, position).chain(point -> {
            var question = new CubeQuestion(
                    Objects.requireNonNull(period),
                    period,
                    EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, Dimension.REGION),
                    Map.of(),
                    validAt,
                    point.knownAt().position());
            return heavy.ask(
                    Effort.LOOK_UP,
                    "GET /v1/statistics/trade sums the trade of a province or a region.",
                    connection -> inputs(connection, question),
                    inputs -> {
                        var whole = Imbalance.of(
                                period,
                                Objects.requireNonNull(group),
                                ZoneTrade.of(inputs.live(), inputs.cells()),
                                inputs.basis());
                        return Answers.warn(
                                answers.rows(asked, point, whole.rows(), Spread.class, whole), whole.warnings());
                    });
        });
    }

    private record Inputs(List<LiveZone> live, List<Cell> cells, Basis basis) {}

    private static Uni<Inputs> inputs(SqlConnection connection, CubeQuestion question) {
        Cube cube = Cube.in(connection);
        LocalDate day =
                Objects.requireNonNullElse(question.validAt(), question.to().lastDay());
        return LiveZone.on(connection, day, question.knownAt())
                .chain(live -> cube.sums(question, LiveZone.MOST)
                        .chain(cells -> Basis.of(cube, question).map(basis -> new Inputs(live, cells, basis))));
    }
}
