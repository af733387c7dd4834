package org.zoneregistry.statistics.concentration;

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
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.statistics.Grouping;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.LeadingEnterprises;
import org.zoneregistry.statistics.NotBrokenDown;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.event.ZoneCode;

/** How far few have most of the trade, over HTTP. */
@Path("/v1/statistics/concentration")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class ConcentrationResource {

    private static final Set<Dimension> BY =
            EnumSet.of(Dimension.ENTERPRISE, Dimension.BUSINESS_FORM, Dimension.HS_CHAPTER);

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;
    private final LeadingEnterprises enterprises;

    ConcentrationResource(
            Reads reads, Answers answers, StatisticsPosition position, Cube cube, LeadingEnterprises enterprises) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
        this.enterprises = enterprises;
    }

    /** Measures it. */
    @GET
    @Operation(
            operationId = "concentrationOfTrade",
            summary = "How far few have most of the trade",
            description = "The Herfindahl-Hirschman index, the shares of the largest and of the four largest, and the"
                    + " effective number: of enterprises, forms of business or chapters, in all zones or in one. Of"
                    + " enterprises also what the leading ones have, and how the others grow. CSV has"
                    + " a row for each of them, the largest first.")
    public Uni<RestResponse<TradeConcentration>> get(
            @BeanParam AsKnown asked,
            @BeanParam OnePeriod when,
            @RestQuery("by")
                    @Parameter(
                            description = "Who or what has the trade. Default: businessForm.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"enterprise", "businessForm", "hsChapter"}))
                    @Nullable
                    String by,
            @RestQuery("zone")
                    @Parameter(description = "Only the trade of this zone.", example = "new-harbour")
                    @Nullable
                    String zone) {
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        Dimension kind = by == null ? Dimension.BUSINESS_FORM : Grouping.one(query, "by", by, BY);
        String only = query.read("zone", zone, text -> new ZoneCode(text).value());
        return reads.at(asked, query, position)
                .chain(point -> concentration(
                                Objects.requireNonNull(period),
                                validAt,
                                Objects.requireNonNull(kind),
                                only,
                                point.knownAt().position())
                        .map(whole -> answers.rows(asked, point, whole.parts(), Part.class, whole)));
    }

    private Uni<TradeConcentration> concentration(
            Period period, @Nullable LocalDate validAt, Dimension by, @Nullable String zone, long knownAt) {
        var question = question(period, by, zone, validAt, knownAt);
        return cube.sums(question)
                .map(cells -> Kinds.of(by, cells))
                .chain(kinds -> NotBrokenDown.beside(cube, question)
                        .chain(beside -> leading(question, by, zone, kinds)
                                .map(leading ->
                                        TradeConcentration.of(period, by, zone, kinds, beside, leading.orElse(null)))));
    }

    private Uni<Optional<Leading>> leading(CubeQuestion question, Dimension by, @Nullable String zone, Kinds kinds) {
        if (by != Dimension.ENTERPRISE) {
            return Uni.createFrom().item(Optional.empty());
        }
        Period period = question.from();
        Uni<Kinds> yearBefore = period.year() == Period.FIRST_YEAR
                ? Uni.createFrom().item(Kinds.NONE)
                : cube.sums(question(
                                new Period(period.year() - 1, period.month()),
                                by,
                                zone,
                                question.validAt(),
                                question.knownAt()))
                        .map(cells -> Kinds.of(by, cells));
        return enterprises
                .known(question.knownAt())
                .chain(leading ->
                        yearBefore.map(before -> Optional.of(Leading.of(leading, kinds.amounts(), before.amounts()))));
    }

    private static CubeQuestion question(
            Period period, Dimension by, @Nullable String zone, @Nullable LocalDate validAt, long knownAt) {
        Map<Dimension, Set<String>> filter = zone == null ? Map.of() : Map.of(Dimension.ZONE, Set.of(zone));
        return new CubeQuestion(period, period, Set.of(by), filter, validAt, knownAt);
    }
}
