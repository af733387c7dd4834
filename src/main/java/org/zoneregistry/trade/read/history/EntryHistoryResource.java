package org.zoneregistry.trade.read.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.history.TaggedHistory;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.read.EntryPath;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Every event about a trade entry, from the log itself, over HTTP. */
@Path("/v1/trade/{entryId}/history")
@Tag(name = "Trade")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class EntryHistoryResource {

    private final StatisticsPosition statistics;
    private final TaggedHistory history;

    EntryHistoryResource(StatisticsPosition statistics, TaggedHistory history) {
        this.statistics = statistics;
        this.history = history;
    }

    @GET
    @Operation(
            operationId = "getTradeEntryHistory",
            summary = "Every event about a trade entry in recorded order",
            description = "All events about an entry up to a time, as they are in the log.")
    public Uni<RestResponse<EntryHistory>> get(
            @RestPath String entryId, @BeanParam AsKnown asked, @BeanParam Page page) {
        EntryId entry = EntryPath.id(entryId);
        return history.page(
                asked,
                page,
                statistics,
                EntryPath.tag(entry),
                List.of(),
                knownAt -> EntryPath.unknown(entry, knownAt),
                events -> new EntryHistory(entry.value(), events));
    }
}
