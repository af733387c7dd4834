package org.zoneregistry.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;

/** Finds out who sends a request. */
@Singleton
final class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);

    private final IdentityProviderManager providers;

    Callers(IdentityProviderManager providers) {
        this.providers = providers;
    }

    /**
     * The caller; {@link Caller#NOBODY} without a token.
     *
     * @return fails with {@code unauthenticated} where the token is no good, and with {@code overloaded} where that
     *     can't be told because its issuer is away
     */
    Uni<Caller> of(RoutingContext routing) {
        String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().item(Caller.NOBODY);
        }
        return CallerContext.returnTo(Uni.createFrom()
                        .deferred(() -> {
                            // what can't be good is refused before the issuer is asked for keys
                            var _ = TokenRules.caller(authorization.substring(authorization.indexOf(' ') + 1));
                            return QuarkusHttpUser.getSecurityIdentity(routing, providers);
                        })
                        .map(Callers::caller))
                .onFailure()
                .transform(failure -> problem(failure, routing));
    }

    private static Caller caller(@Nullable SecurityIdentity identity) {
        AccessTokenCredential token = identity == null ? null : identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            throw new AuthenticationFailedException("The header Authorization holds no bearer token");
        }
        return TokenRules.caller(token.getToken());
    }

    private static ProblemException problem(Throwable failure, RoutingContext routing) {
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

    /** With what a client can do about it (RFC 6750, 3). */
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

    /** Without the token and what it claims. */
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
