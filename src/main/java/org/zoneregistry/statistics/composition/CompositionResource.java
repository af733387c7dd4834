package org.zoneregistry.statistics.composition;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsOf;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZoneStates;

/** Which zones there were, over HTTP. */
@Path("/v1/statistics/composition")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class CompositionResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneStates states;

    CompositionResource(Reads reads, Answers answers, RegistryPosition registry, ZoneStates states) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.states = states;
    }

    /** Counts them. */
    @GET
    @Operation(
            operationId = "composition",
            summary = "Which zones there were",
            description =
                    "How many zones were live on a day: in all, by type, province and region; how many of them were"
                            + " comprehensive; in how many provinces there were any; and how large they were, as far as that"
                            + " is known, against the 9,600,000 km² of the national territory. CSV has a row for each group.")
    public Uni<RestResponse<Composition>> get(@BeanParam AsOf asked) {
        return reads.at(asked, registry)
                .chain(point -> states.live(point.validAt(), point.knownAt().position())
                        .map(live -> Composition.of(point.validAt(), live))
                        .map(whole -> answers.rows(asked, point, whole.rows(), ZoneGroup.class, whole)));
    }
}
