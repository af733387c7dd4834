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
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Trade entries at a point in time, over HTTP. */
@Path("/v1/trade")
@Tag(name = "Trade")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class TradeResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final HeavyReads heavy;

    TradeResource(Reads reads, Answers answers, StatisticsPosition statistics, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "listTrade",
            summary = "Trade entries at a point in time",
            description = "Every entry that had been recorded by a time, and not withdrawn, with its content at that"
                    + " time. Sorted by zone, period and id; a year comes before its months.")
    public Uni<RestResponse<ListedEntries>> list(
            @BeanParam AsKnown asked, @BeanParam TradeFilter filter, @BeanParam Page page) {
        var query = new QueryParameters();
        EntryQuestion question = filter.read(query);
        return reads.page(asked, page, query, statistics)
                .chain(request -> heavy.ask(
                        question.effort(),
                        "Ask for the entries of one zone with zone.",
                        connection -> EntryListing.find(connection, question, request),
                        found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found, EntryListing::key),
                                ListedEntry.class,
                                ListedEntries::new)));
    }
}
