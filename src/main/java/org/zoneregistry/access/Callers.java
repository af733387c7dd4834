package org.zoneregistry.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;

/** Finds the caller of a request. */
@Singleton
final class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);

    private final IdentityProviderManager providers;
    private final TenantIdentityProvider issuer;
    private final Access access;
    private final SignIn signIn;

    Callers(IdentityProviderManager providers, TenantIdentityProvider issuer, Access access, SignIn signIn) {
        this.providers = providers;
        this.issuer = issuer;
        this.access = access;
        this.signIn = signIn;
    }

    /**
     * The caller; {@link Caller#NOBODY} without a token.
     *
     * @return fails with {@code unauthenticated} if the token is invalid, and with {@code overloaded} if the check
     *     needs the issuer and the issuer can't be reached. A person who signs in is sent elsewhere with
     *     {@link AuthenticationRedirectException}
     */
    Uni<Caller> of(RoutingContext routing) {
        List<String> sent = routing.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.size() > 1) {
            return Uni.createFrom()
                    .failure(() ->
                            unauthenticated("Send one header Authorization.", "Bearer error=\"invalid_request\""));
        }
        String authorization = sent.isEmpty() ? null : sent.getFirst();
        Uni<Caller> caller = authorization != null
                ? ofToken(authorization.substring(authorization.indexOf(' ') + 1), routing)
                : signIn.concerns(routing) ? ofSession(routing) : null;
        if (caller == null) {
            return Uni.createFrom().item(Caller.NOBODY);
        }
        return CallerContext.returnTo(caller)
                .onFailure(failure -> !(failure instanceof AuthenticationRedirectException))
                .transform(failure -> problem(failure, routing));
    }

    private Uni<Caller> ofToken(String token, RoutingContext routing) {
        return checked(token, () -> QuarkusHttpUser.getSecurityIdentity(routing, providers));
    }

    private Uni<Caller> ofSession(RoutingContext routing) {
        return signIn.token(routing)
                .chain(token -> token.isPresent()
                        ? checked(
                                token.get(), () -> issuer.authenticate(new AccessTokenCredential(token.orElseThrow())))
                        : Uni.createFrom().item(Caller.NOBODY));
    }

    /** A token that breaks the rules is refused before the issuer is asked for keys. */
    private Uni<Caller> checked(String token, Supplier<Uni<SecurityIdentity>> issuers) {
        return Uni.createFrom()
                .item(() -> TokenRules.caller(token))
                .chain(caller -> issuers.get().call(identity -> requireStillValid(caller, token, identity)))
                .map(identity -> caller(identity, token));
    }

    /** Asks the issuer whether it has revoked the token, if a setting says so. */
    private Uni<Void> requireStillValid(Caller caller, String token, @Nullable SecurityIdentity identity) {
        if (identity == null || caller.issuer() == null || !access.isIntrospected(caller.issuer())) {
            return Uni.createFrom().voidItem();
        }
        OidcProviderClient client = identity.getAttribute(OidcProviderClient.class.getName());
        return client.introspectAccessToken(token)
                .invoke(Callers::requireActive)
                .replaceWithVoid();
    }

    private static void requireActive(TokenIntrospection introspection) {
        if (!introspection.isActive()) {
            throw new AuthenticationFailedException("The issuer says that the token is not active");
        }
    }

    /** Nothing but the sent token counts, whatever else the request carries. */
    private static Caller caller(@Nullable SecurityIdentity identity, String sent) {
        AccessTokenCredential token = identity == null ? null : identity.getCredential(AccessTokenCredential.class);
        if (token == null || !token.getToken().equals(sent)) {
            throw new AuthenticationFailedException("The header Authorization holds no bearer token");
        }
        return TokenRules.caller(sent);
    }

    /** The answer to a request whose caller can't be found. */
    static ProblemException problem(Throwable failure, RoutingContext routing) {
        if (failure instanceof AuthenticationCompletionException) {
            LOG.infof("A person was not signed in: %s", failure.getMessage());
            return unauthenticated("You were not signed in. Go back and try again.", "Bearer");
        }
        boolean isAway = !(failure instanceof AuthenticationFailedException) || isAway(failure.getCause());
        LOG.infof(
                "%s at %s %s: %s",
                isAway ? "A token could not be checked" : "A token was refused",
                routing.request().method(),
                routing.request().path(),
                reason(failure));
        return isAway
                ? Problem.of(ProblemType.OVERLOADED, "The issuer of the token can't be reached. Try again in 5 s.")
                        .withHeader("Retry-After", "5")
                        .exception()
                : unauthenticated("The token is not valid, or not any more.", "Bearer error=\"invalid_token\"");
    }

    /** The refusal, with a challenge for the client (RFC 6750, 3). */
    static ProblemException unauthenticated(String detail, String challenge) {
        return Problem.of(ProblemType.UNAUTHENTICATED, detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .exception();
    }

    private static boolean isAway(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof IOException || one instanceof TimeoutException || one instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }

    /** The reason, without the token and its claims. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root instanceof InvalidJwtException invalid
                ? invalid.getErrorDetails().stream()
                        .map(detail -> "code " + detail.getErrorCode())
                        .collect(Collectors.joining(", ", "not valid, ", " of jose4j"))
                : root.getClass().getSimpleName() + ", " + root.getMessage();
    }
}
