package org.zoneregistry.trade.read.list;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.Page;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.platform.http.read.Rows;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Trade entries as they read, over HTTP. */
@Path("/v1/trade")
@Tag(name = "Trade")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class TradeResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final EntryListing listing;

    TradeResource(Reads reads, Answers answers, StatisticsPosition statistics, EntryListing listing) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.listing = listing;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listTrade",
            summary = "Trade entries as they read",
            description = "Every entry that had been recorded by a time, and not withdrawn, as it read then. Sorted by"
                    + " zone, period and id; a year comes before its months.")
    public Uni<RestResponse<ListedEntries>> list(
            @BeanParam AsKnown asked, @BeanParam TradeFilter filter, @BeanParam Page page) {
        var query = new QueryParameters();
        EntryQuestion question = filter.read(query);
        return reads.page(asked, page, query, statistics)
                .chain(request -> listing.find(question, request)
                        .map(found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found, EntryListing::key),
                                ListedEntry.class,
                                ListedEntries::new)));
    }
}
