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
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.zone.read.LiveZone;
import org.zoneregistry.zone.read.RegistryPosition;

/** Counts of zones, over HTTP. */
@Path("/v1/statistics/composition")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class CompositionResource {

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final HeavyReads heavy;

    CompositionResource(Reads reads, Answers answers, RegistryPosition registry, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "composition",
            summary = "Which zones there were",
            description =
                    "How many zones were live on a day: in all, by type, province and region; how many of them were"
                            + " comprehensive; how many provinces had zones; and the sum of their areas, as far as they"
                            + " are known, compared with the 9,600,000 km² of the national territory. CSV has a row for"
                            + " each group.")
    public Uni<RestResponse<Composition>> get(@BeanParam AsOf asked) {
        return reads.at(asked, registry)
                .chain(point -> heavy.ask(
                        Effort.LOOK_UP,
                        "GET /v1/zones lists them by type, province and region.",
                        connection -> LiveZone.on(
                                connection, point.validAt(), point.knownAt().position()),
                        live -> {
                            var whole = Composition.of(point.validAt(), live);
                            return answers.rows(asked, point, whole.rows(), ZoneGroup.class, whole);
                        }));
    }
}
