package org.zoneregistry.statistics.vintages;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
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
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.trade.read.StatisticsPosition;

/** How a figure was restated, over HTTP. */
@Path("/v1/statistics/vintages")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class VintagesResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final HeavyReads heavy;
    private final Restatements restatements;

    VintagesResource(
            Reads reads, Answers answers, StatisticsPosition statistics, HeavyReads heavy, Restatements restatements) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.heavy = heavy;
        this.restatements = restatements;
    }

    @GET
    @Operation(
            operationId = "listVintages",
            summary = "How one figure was restated",
            description =
                    "The values of the figure, from the first event that gave it a value to the last one that changed"
                            + " it, each with the position from which it was so and the event that made it so. Events"
                            + " that left it as it was are not among them.")
    public Uni<RestResponse<Vintages>> list(
            @BeanParam AsKnown asked,
            @BeanParam MeasureParameters parameters,
            @BeanParam EntryFilter entries,
            @BeanParam Page page) {
        var query = new QueryParameters();
        RestatedFigure measure = parameters.read(query, entries);
        return reads.page(asked, page, query, statistics)
                .chain(request -> heavy.ask(
                        Restatements.effort(Objects.requireNonNull(measure, "reported before")),
                        "Ask for one zone with measure=trade and zone, or for a month.",
                        connection -> restatements.find(connection, measure, request),
                        found -> answers.page(
                                asked,
                                request,
                                Rows.of(request, found, vintage -> List.of(Long.toString(vintage.position()))),
                                Vintages.Vintage.class,
                                Vintages::new)));
    }
}
