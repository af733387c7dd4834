package org.zoneregistry.access;

import io.quarkus.security.AuthenticationRedirectException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.StreamedAnswer;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Checks that the caller may call the method of a resource. The spelling of the address has no effect. The check comes
 * before everything else: before the body is read, and before an idempotency key is looked up.
 */
@Singleton
public final class AccessFilter {

    private static final Logger LOG = Logger.getLogger(AccessFilter.class);

    private static final String PUBLIC = "public";
    private static final String CALLER = Caller.class.getName();
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    // filters are made before the application is configured, and before there is a database
    private final Instance<Access> access;
    private final Instance<Operations> operations;
    private final Instance<Callers> callers;
    private final Instance<SignIn> signIn;
    private final Instance<AskedPlaces> places;
    private final Instance<Rates> rates;
    private final Instance<AccessLog> log;
    private final InstantSource clock;

    AccessFilter(
            Instance<Access> access,
            Instance<Operations> operations,
            Instance<Callers> callers,
            Instance<SignIn> signIn,
            Instance<AskedPlaces> places,
            Instance<Rates> rates,
            Instance<AccessLog> log,
            InstantSource clock) {
        this.access = access;
        this.operations = operations;
        this.callers = callers;
        this.signIn = signIn;
        this.places = places;
        this.rates = rates;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Before all other filters.
     *
     * @return an answer only where the browser of a person has to go elsewhere to sign in
     */
    @ServerRequestFilter(priority = 40, nonBlocking = true)
    public Uni<Response> check(RoutingContext routing, ResourceInfo resource, UriInfo uri) {
        Permission permission = operations
                .get()
                .permission(resource.getResourceMethod())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.FORBIDDEN, "Nobody may do this: it is in no row of the table of permissions."));
        if (access.get().isOpen()) {
            Granted.OPEN.to(routing);
            log.get().follow(Granted.OPEN, permission, routing);
            return Uni.createFrom().nullItem();
        }
        return callers.get()
                .of(routing)
                .onFailure(unknown -> isForAnybody(unknown, permission, routing))
                .recoverWithItem(Caller.NOBODY)
                .onFailure()
                .transform(refused -> counted(refused, routing))
                .invoke(caller -> remember(caller, routing))
                .invoke(caller -> rates.get().count(caller, routing))
                .chain(caller -> mustSignIn(caller, permission, routing, resource)
                        ? signIn.get().begin(routing).onFailure().transform(away -> Callers.problem(away, routing))
                        : places.get()
                                .check(granted(caller, permission, routing), permission, routing, uri)
                                .map(AccessFilter::noAnswer))
                .onFailure(AuthenticationRedirectException.class)
                .recoverWithItem(elsewhere -> SignIn.to(elsewhere.getRedirectUri()));
    }

    /** Whether a person goes on without the session: it has ended, or it can't be checked now and is not needed. */
    private boolean isForAnybody(Throwable unknown, Permission permission, RoutingContext routing) {
        return unknown instanceof ProblemException problem
                && !routing.request().headers().contains(HttpHeaders.AUTHORIZATION)
                && (problem.problem().type() == ProblemType.UNAUTHENTICATED
                        || access.get().grant(Caller.NOBODY, permission).isPresent());
    }

    /** Counts a request without a valid token. If there are too many, that is the answer. */
    private Throwable counted(Throwable refused, RoutingContext routing) {
        try {
            rates.get().count(Caller.NOBODY, routing);
            return refused;
        } catch (ProblemException tooMany) {
            return tooMany;
        }
    }

    @SuppressWarnings("NullAway") // the request goes on
    private static Response noAnswer(Void permitted) {
        return null;
    }

    /** Whether a person can sign in, and then come back to this page. */
    private boolean mustSignIn(Caller caller, Permission permission, RoutingContext routing, ResourceInfo resource) {
        return access.get().isForPeople()
                && !caller.isKnown()
                && Operations.isPage(resource.getResourceMethod())
                && (SignIn.PATH.equals(routing.request().path())
                        || access.get().grant(caller, permission).isEmpty());
    }

    /**
     * Only the caller may keep an answer that is not for everybody, or that is for a caller with a token. This runs
     * after the filters that mark lasting answers.
     */
    @ServerResponseFilter(priority = 200)
    public void keepPrivate(ContainerResponseContext answer, RoutingContext routing) {
        Object kept = answer.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL);
        boolean isForEverybody = Granted.isForEverybody(routing)
                && !routing.request().headers().contains(HttpHeaders.AUTHORIZATION)
                && !isSignedIn(routing);
        if (kept instanceof String control && control.startsWith(PUBLIC) && !isForEverybody) {
            answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private" + control.substring(PUBLIC.length()));
        }
    }

    /**
     * Events are streamed for as long as the token is valid: the stream ends with the first part after that, and the
     * client comes back with a new token. A download that has begun goes on to its end.
     */
    @ServerResponseFilter
    public void endWithToken(ContainerResponseContext answer, RoutingContext routing) {
        if (answer.getEntity() instanceof StreamedAnswer(var parts)
                && MediaType.SERVER_SENT_EVENTS_TYPE.equals(answer.getMediaType())) {
            Instant end = Granted.of(routing).caller().expiresAt();
            if (end != null) {
                answer.setEntity(new StreamedAnswer(
                        parts.select().first(part -> clock.instant().isBefore(end))));
            }
        }
    }

    /** Logs who was refused what; RequestInLog adds the correlation id. */
    @ServerResponseFilter
    public void logRefusal(ContainerResponseContext answer, RoutingContext routing) {
        logRefusal(answer.getStatus(), routing);
    }

    static void remember(Caller caller, RoutingContext routing) {
        routing.put(CALLER, caller);
    }

    static void logRefusal(int status, RoutingContext routing) {
        if (REFUSED.contains(status)) {
            Caller caller = routing.get(CALLER);
            LOG.infof(
                    "%d for %s: %s %s",
                    status,
                    caller == null || !caller.isKnown() ? "nobody" : caller.actor(),
                    routing.request().method(),
                    routing.request().path());
        }
    }

    private boolean isSignedIn(RoutingContext routing) {
        return !access.get().isOpen() && Granted.of(routing).caller().isKnown();
    }

    private Granted granted(Caller caller, Permission permission, RoutingContext routing) {
        Granted granted =
                access.get().grant(caller, permission).orElseThrow(() -> refused(caller, permission, routing));
        granted.to(routing);
        log.get().follow(granted, permission, routing);
        return granted;
    }

    /** The refusal of a caller without the permission. */
    static ProblemException refused(Caller caller, Permission permission, RoutingContext routing) {
        if (!caller.isKnown()) {
            return Callers.unauthenticated("Send a bearer token in the header Authorization.", "Bearer");
        }
        String roles = permission.grants().keySet().stream().map(Role::wireName).collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemType.FORBIDDEN, "This takes one of the roles " + roles + ", and the token has none of them.");
    }
}
