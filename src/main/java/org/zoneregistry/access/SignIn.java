package org.zoneregistry.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * The sign-in of people at the issuer, for pages. quarkus-oidc does the authorisation code flow with PKCE, and keeps
 * the tokens in an encrypted cookie.
 */
@Singleton
final class SignIn {

    /** Begins a session; the issuer sends browsers back to it. */
    static final String PATH = "/sign-in";

    /** Ends the session, here and at the issuer. */
    static final String OUT = "/sign-out";

    /** The page that most people may see. */
    static final String HOME = "/zones";

    private static final String COOKIE = "q_session_" + AccessConfigSourceFactory.SIGN_IN;

    private final Access access;
    private final IdentityProviderManager providers;
    private final HttpAuthenticator authenticator;

    SignIn(Access access, IdentityProviderManager providers, HttpAuthenticator authenticator) {
        this.access = access;
        this.providers = providers;
        this.authenticator = authenticator;
    }

    /**
     * Whether the request may be that of a person with a session. A request that can change something counts only if
     * the browser says that a page of this registry sends it.
     */
    boolean concerns(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!access.isForPeople() || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return false;
        }
        if (OUT.equals(request.path()) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return false; // a page of another site ends no session
        }
        boolean isSafe =
                request.method().name().equals("GET") || request.method().name().equals("HEAD");
        return (PATH.equals(request.path()) || hasSession(request))
                && (isSafe || "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean hasSession(HttpServerRequest request) {
        return request.cookies().stream().map(Cookie::getName).anyMatch(name -> name.startsWith(COOKIE));
    }

    /**
     * The access token in the session; empty without a session, or if it has ended.
     *
     * @return fails with {@link io.quarkus.security.AuthenticationRedirectException} where the browser has to go
     *     elsewhere
     */
    Uni<Optional<String>> token(RoutingContext routing) {
        return QuarkusHttpUser.getSecurityIdentity(routing, providers)
                .map(identity -> Optional.ofNullable(identity)
                        .map(known -> known.getCredential(AccessTokenCredential.class))
                        .map(AccessTokenCredential::getToken))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    /** Sends the browser to the issuer. */
    Uni<Response> begin(RoutingContext routing) {
        return authenticator.getChallenge(routing).map(challenge -> {
            var answer = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }

    /** Sends the browser to an address. */
    static Response to(String address) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
