package org.zoneregistry.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Another slice with a longer path under the same things. */
@Path("/test/things/{code}/timeline")
public class OtherExampleResource {

    @GET
    public String timeline(@RestPath String code) {
        return code;
    }
}
