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
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.read.EnterprisePath;
import org.zoneregistry.trade.read.StatisticsPosition;

/** One enterprise at a point in time, folded from its few events, over HTTP. */
@Path("/v1/enterprises/{id}")
@Tag(name = "Trade")
@Produces(MediaType.APPLICATION_JSON)
public class EnterpriseResource {

    private static final int MOST = 2_000;

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition statistics;
    private final EventLog log;

    EnterpriseResource(Reads reads, Answers answers, StatisticsPosition statistics, EventLog log) {
        this.reads = reads;
        this.answers = answers;
        this.statistics = statistics;
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "getEnterprise",
            summary = "One enterprise at a point in time",
            description = "The enterprise as the registry knew it at a time, when and by whom it was registered, and"
                    + " its later corrections or withdrawal.")
    public Uni<RestResponse<EnterpriseAnswer>> get(@RestPath String id, @BeanParam AsKnown asked) {
        EnterpriseId enterprise = EnterprisePath.id(id);
        return reads.at(asked, statistics).chain(point -> {
            long knownAt = point.knownAt().position();
            return CallerContext.returnTo(Uni.createFrom()
                            .completionStage(() -> log.readMatching(
                                    0, knownAt, List.of(), List.of(EnterprisePath.tag(enterprise)), MOST + 1)))
                    .invoke(events -> {
                        if (events.size() > MOST) {
                            throw new TooMuch(MOST, "events of an enterprise")
                                    .asProblem("GET /v1/enterprises/{id}/history has them by pages.");
                        }
                    })
                    .map(events -> answers.of(
                            asked,
                            point,
                            EnterpriseStory.of(events).orElseThrow(() -> EnterprisePath.unknown(enterprise, knownAt))));
        });
    }
}
