package org.zoneregistry.statistics.share;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The zones' share in foreign trade, over HTTP. */
@Path("/v1/statistics/share")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class ShareResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;

    ShareResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "shareOfForeignTrade",
            summary = "The zones' share in foreign trade",
            description = "The zones' trade over the published foreign trade of the country or a province: from the"
                    + " entries, and from the published figures of the zones, with the coverage of the entries compared"
                    + " with the published figures. It says which of the two the share was computed from.")
    public Uni<RestResponse<ZonesShare>> get(
            @BeanParam AsKnown asked,
            @RestQuery("territory")
                    @Parameter(
                            description = "CN, or the ISO 3166-2 code of a province. Default: CN.",
                            example = "CN-SC")
                    @Nullable
                    String territory,
            @BeanParam OnePeriod when) {
        var query = new QueryParameters();
        String where = Objects.requireNonNullElse(
                query.read("territory", territory, ShareResource::territory), PublishedAggregate.COUNTRY);
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        return reads.at(asked, query, position)
                .chain(point -> heavy.ask(
                        Effort.LOOK_UP,
                        "Ask for another period.",
                        connection -> share(
                                connection,
                                where,
                                Objects.requireNonNull(period),
                                validAt,
                                point.knownAt().position()),
                        share -> Answers.warn(
                                answers.rows(asked, point, share.rows(), ShareRow.class, share), share.warnings())));
    }

    private static Uni<ZonesShare> share(
            SqlConnection connection, String territory, Period period, @Nullable LocalDate validAt, long knownAt) {
        Cube cube = Cube.in(connection);
        PublishedFigures figures = new PublishedFigures(connection);
        Map<Dimension, Set<String>> filter =
                territory.equals(PublishedAggregate.COUNTRY) ? Map.of() : Map.of(Dimension.PROVINCE, Set.of(territory));
        var question = new CubeQuestion(period, period, Set.of(), filter, validAt, knownAt);
        List<PublishedAggregate.Key> keys = Arrays.stream(AggregateSubject.values())
                .map(subject -> new PublishedAggregate.Key(subject, territory, period, null))
                .toList();
        return Basis.of(cube, question)
                .chain(basis -> figures.find(keys, knownAt)
                        .map(published -> ZonesShare.of(territory, period, basis, published)));
    }

    private static String territory(String code) {
        return code.equals(PublishedAggregate.COUNTRY) ? code : Province.parse(code);
    }
}
