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
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.reference.StatedClaim;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;

/** The press conference in one answer, over HTTP. */
@Path("/v1/statistics/briefing")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class BriefingResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final FactFinding facts;
    private final List<StatedClaim> stated = StatedClaim.all();

    BriefingResource(Reads reads, Answers answers, StatisticsPosition position, FactFinding facts) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.facts = facts;
    }

    /** Computes every claim. */
    @GET
    @Operation(
            operationId = "briefing",
            summary = "The press conference in one answer",
            description =
                    "Every claim of the press conference of 20 March 2023 as a figure that is computed here: with its"
                            + " definition, what it was computed from and with which coverage, what was stated (of 2022 alone), the"
                            + " difference, and the request that gives it. Zones are counted on 20 March of the year after. What has"
                            + " no source is not in the data, and is said so. CSV has a row for each claim.")
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
                .chain(point -> facts.of(of, point.knownAt().position())
                        .map(found -> Briefing.of(found, stated))
                        .map(briefing -> answers.rows(asked, point, briefing.claims(), Claim.class, briefing)));
    }
}
