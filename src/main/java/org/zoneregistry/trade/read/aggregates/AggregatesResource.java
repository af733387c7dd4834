package org.zoneregistry.trade.read.aggregates;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Published figures, over HTTP. */
@Path("/v1/aggregates")
@Tag(name = "Trade")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class AggregatesResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final AggregateListing listing;

    AggregatesResource(Reads reads, Answers answers, StatisticsPosition statistics, AggregateListing listing) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.listing = listing;
    }

    @GET
    @Operation(
            operationId = "listAggregates",
            summary = "Published figures at a point in time",
            description =
                    "Every figure that an authority had published as a whole by a time, and that was not withdrawn, as"
                            + " published then, with its revisions (CSV has only their number). Sorted by subject,"
                            + " territory, period and form of business.")
    public Uni<RestResponse<Aggregates>> list(
            @BeanParam AsKnown asked, @BeanParam AggregateFilter filter, @BeanParam Page page) {
        var query = new QueryParameters();
        AggregateQuestion question = filter.read(query);
        return reads.page(asked, page, query, statistics)
                .chain(request -> OffLoop.map(listing.find(question, request), found -> answer(asked, request, found)));
    }

    private RestResponse<Aggregates> answer(AsKnown asked, PageRequest request, List<Aggregate> found) {
        var figures = Rows.of(request, found, AggregateListing::key);
        var rows = new Rows<>(figures.rows().stream().map(Aggregate::row).toList(), figures.next());
        return answers.page(asked, request, rows, Aggregate.Row.class, flat -> new Aggregates(figures.rows()));
    }
}
