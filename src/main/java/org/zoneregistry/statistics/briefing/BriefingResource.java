package org.zoneregistry.statistics.briefing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import org.zoneregistry.reference.StatedClaim;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The press conference in one answer, over HTTP. */
@Path("/v1/statistics/briefing")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class BriefingResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;
    private final List<StatedClaim> stated = StatedClaim.all();

    BriefingResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "briefing",
            summary = "The press conference in one answer",
            description =
                    "Every claim of the press conference of 20 March 2023 as a computed figure: with its definition,"
                            + " its basis and coverage, the stated value (only for 2022), the difference, and the"
                            + " request that gives it. Zones are counted on 20 March of the next year. A claim without"
                            + " a source is marked as not in the data. CSV has a row for each claim.")
    public Uni<RestResponse<Briefing>> get(
            @BeanParam AsKnown asked,
            @RestQuery("year")
                    @Parameter(
                            description = "The year of the trade. Default: 2022, that of the press conference.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1901",
                                            maximum = "2099",
                                            defaultValue = "2022"),
                            example = "2022")
                    @Nullable
                    String year) {
        var query = new QueryParameters();
        Long read = query.integer("year", year, Period.FIRST_YEAR + 1, Period.LAST_YEAR - 1);
        int of = read == null ? Briefing.STATED_YEAR : Math.toIntExact(read);
        return reads.at(asked, query, position)
                .chain(point -> heavy.ask(
                        Effort.LOOK_UP,
                        "GET /v1/statistics/trade sums the trade of a province or a region.",
                        connection ->
                                new FactFinding(connection, of, point.knownAt().position()).find(),
                        facts -> {
                            var briefing = Briefing.of(facts, stated);
                            return answers.rows(asked, point, briefing.claims(), Claim.class, briefing);
                        }));
    }
}
