package org.zoneregistry.trade.read.enterprise;

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
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.read.EnterprisePath;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Every event about an enterprise, from the log itself, over HTTP. */
@Path("/v1/enterprises/{id}/history")
@Tag(name = "Trade")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class EnterpriseHistoryResource {

    private final StatisticsPosition statistics;
    private final TaggedHistory history;

    EnterpriseHistoryResource(StatisticsPosition statistics, TaggedHistory history) {
        this.statistics = statistics;
        this.history = history;
    }

    @GET
    @Operation(
            operationId = "getEnterpriseHistory",
            summary = "Every event about an enterprise in recorded order",
            description = "All events about an enterprise up to a time, as they are in the log.")
    public Uni<RestResponse<EnterpriseHistory>> get(
            @RestPath String id, @BeanParam AsKnown asked, @BeanParam Page page) {
        EnterpriseId enterprise = EnterprisePath.id(id);
        return history.page(
                asked,
                page,
                statistics,
                EnterprisePath.tag(enterprise),
                List.of(),
                knownAt -> EnterprisePath.unknown(enterprise, knownAt),
                events -> new EnterpriseHistory(enterprise.value(), events));
    }
}
