package org.zoneregistry.zone.read.timeline;

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
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZoneFacts;
import org.zoneregistry.zone.read.ZonePath;

/** A zone's facts, over HTTP. */
@Path("/v1/zones/{code}/timeline")
@Tag(name = "Zones")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneFacts facts;

    TimelineResource(Reads reads, Answers answers, RegistryPosition registry, ZoneFacts facts) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.facts = facts;
    }

    @GET
    @Operation(
            operationId = "getZoneTimeline",
            summary = "A zone's facts in effective order",
            description = "The facts about a zone as known at a time: the content of each fact, who recorded it, when"
                    + " and why, and its amendments and its withdrawal.")
    public Uni<RestResponse<ZoneTimeline>> get(@RestPath String code, @BeanParam AsKnown asked) {
        ZoneCode zone = ZonePath.code(code);
        return reads.at(asked, registry).chain(point -> {
            long knownAt = point.knownAt().position();
            return OffLoop.map(facts.about(List.of(zone.value()), knownAt), statements -> {
                if (statements.isEmpty()) {
                    throw ZonePath.unknown(zone, knownAt);
                }
                return answers.of(asked, point, FactStory.of(zone, statements));
            });
        });
    }
}
