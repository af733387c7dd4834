package org.zoneregistry.pages.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.audit.verification.VerificationResource;
import org.zoneregistry.http.body.FormBody;
import org.zoneregistry.http.body.FormFields;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.pages.PageAsked;

/** Begins a verification from a form, without JavaScript, and leads back to the page of the log. */
@Path("/audit/verifications")
@BlankIsAbsent
public class BegunVerificationResource {

    private final VerificationResource verifications;

    BegunVerificationResource(VerificationResource verifications) {
        this.verifications = verifications;
    }

    @POST
    @FormBody
    @Consumes(MediaType.WILDCARD) // SameOrigin refuses other types
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "beginVerification", hidden = true)
    public Uni<RestResponse<byte[]>> post(@BeanParam PageAsked asked, FormFields none) {
        RoutingContext routing = asked.request;
        String query = routing.request().query();
        String page = "/audit" + (query == null || query.isEmpty() ? "" : "?" + query) + "#verifications";
        return verifications
                .start()
                .map(begun -> ResponseBuilder.<byte[]>create(303)
                        .header(HttpHeaders.LOCATION, URI.create(page))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
