package org.zoneregistry.architecture.broken.feed;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import org.jboss.resteasy.reactive.RestResponse;

final class TextResource {

    @GET
    Uni<RestResponse<String>> get() {
        return Uni.createFrom().item(RestResponse.ok("text"));
    }
}
