package org.zoneregistry.statistics.imbalance;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.EnumSet;
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
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.NotBrokenDown;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.read.ZoneStates;

/** How unequally trade is spread over zones, over HTTP. */
@Path("/v1/statistics/imbalance")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class ImbalanceResource {

    private static final Set<Dimension> BY = EnumSet.of(Dimension.REGION, Dimension.PROVINCE);

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;
    private final ZoneStates states;

    ImbalanceResource(Reads reads, Answers answers, StatisticsPosition position, Cube cube, ZoneStates states) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
        this.states = states;
    }

    /** Measures it. */
    @GET
    @Operation(
            operationId = "imbalanceOfTrade",
            summary = "How unequally trade is spread over zones",
            description = "Theil's index with what of it lies between regions or provinces and what within, the Gini"
                    + " coefficient, the coefficient of variation and the share of the largest: of all zones, of each"
                    + " group, and inside each province that has several zones. CSV has a row for each of these.")
    public Uni<RestResponse<Imbalance>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "By what zones are grouped. Default: region.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"region", "province"}))
                    @Nullable
                    String by) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension group = by == null ? Dimension.REGION : Grouping.one(query, "by", by, BY);
        return reads.at(asked, query, position)
                .chain(point -> imbalance(
                                Objects.requireNonNull(period),
                                validAt,
                                Objects.requireNonNull(group),
                                point.knownAt().position())
                        .map(whole -> answers.rows(asked, point, whole.rows(), Spread.class, whole)));
    }

    private Uni<Imbalance> imbalance(Period period, @Nullable LocalDate validAt, Dimension by, long knownAt) {
        LocalDate day = Objects.requireNonNullElse(validAt, period.lastDay());
        var groupBy = EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, Dimension.REGION);
        var question = new CubeQuestion(period, period, groupBy, Map.of(), validAt, knownAt);
        return states.live(day, knownAt)
                .chain(live -> cube.sums(question)
                        .chain(cells -> NotBrokenDown.beside(cube, question)
                                .map(beside -> Imbalance.of(period, by, ZoneTrade.of(live, cells), beside))));
    }
}
