package org.zoneregistry.statistics.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.ZoneSelection;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Which zones have reported which months, over HTTP. */
@Path("/v1/statistics/completeness")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class CompletenessResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final HeavyReads heavy;
    private final ReportedMonths months;

    CompletenessResource(
            Reads reads, Answers answers, StatisticsPosition statistics, HeavyReads heavy, ReportedMonths months) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.heavy = heavy;
        this.months = months;
    }

    @GET
    @Operation(
            operationId = "listCompleteness",
            summary = "Which zones have reported which months",
            description =
                    "A row for each zone and each month in which it was live on some day. reported: there are entries"
                            + " of the month. late: there are, but the first was recorded more than lateAfterDays days"
                            + " after the end of the month. missing: there are none, and these days are over. awaited:"
                            + " there are none, and these days are not over at the requested state. Entries of a whole"
                            + " year are in no month, and are counted separately.")
    public Uni<RestResponse<Completeness>> list(
            @BeanParam AsKnown asked,
            @BeanParam Interval interval,
            @BeanParam ZoneSelection zones,
            @BeanParam Page page) {
        var query = new QueryParameters();
        Interval.Periods periods = interval.read(query);
        Map<Dimension, Set<String>> filter = zones.filter(query);
        LocalDate validAt = zones.read(query);
        return reads.page(asked, page, query, statistics)
                .chain(request -> heavy.ask(
                        Effort.SCAN,
                        "Ask for fewer rows with limit, or for fewer months with from and to.",
                        connection -> months.find(
                                connection,
                                new CompletenessQuestion(
                                        Objects.requireNonNull(periods).from(),
                                        periods.to(),
                                        filter,
                                        validAt,
                                        request.point().knownAt().position(),
                                        request.key(),
                                        request.fetch()),
                                request.point().knownAt()),
                        found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found, row -> List.of(row.zone(), row.month())),
                                ZoneMonth.class,
                                Completeness::of)));
    }
}
