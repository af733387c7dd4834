package org.zoneregistry.zone.read.territories;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.territory.Province;

/** The provinces, over HTTP. */
@Path("/v1/territories")
@Tag(name = "Territories")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class TerritoriesResource {

    private final Answers answers;

    TerritoriesResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @NonBlocking
    @Operation(
            operationId = "listTerritories",
            summary = "The provinces",
            description = "With their ISO 3166-2 and GB/T 2260 codes, names, and economic region.")
    public RestResponse<Territories> list(@Context RoutingContext routing) {
        return answers.constant(
                routing, Province.ALL.stream().map(Territory::of).toList(), Territory.class, Territories::new);
    }
}
