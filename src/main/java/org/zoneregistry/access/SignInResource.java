package org.zoneregistry.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Sign-in and sign-out of people. {@link AccessFilter} sends browsers to the issuer; those that come here have nothing
 * more to do.
 */
@Path("/")
public class SignInResource {

    private final Access access;

    SignInResource(Access access) {
        this.access = access;
    }

    /** Signed in. */
    @GET
    @Path(SignIn.PATH)
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showSignIn", hidden = true)
    public Response signIn(RoutingContext routing) {
        return to(access.offers(routing, Permission.OVERVIEWS) ? "/" : SignIn.HOME);
    }

    /**
     * Signed out.
     *
     * @param state from quarkus-oidc, by way of the issuer
     */
    @GET
    @Path(SignIn.OUT)
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showSignOut", hidden = true)
    public Response signOut(@RestQuery("state") @Nullable String state) {
        return to(SignIn.HOME);
    }

    private Response to(String address) {
        if (!access.isForPeople()) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "Nobody signs in here: " + AccessConfigSourceFactory.CLIENT + " is not set.");
        }
        return SignIn.to(address);
    }
}
