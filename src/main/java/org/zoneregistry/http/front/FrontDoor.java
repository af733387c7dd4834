package org.zoneregistry.http.front;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Accept;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemAnswers;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.ProblemMappers;
import org.zoneregistry.http.problem.RouteTable;
import org.zoneregistry.http.problem.Violation;

/**
 * Runs before any route. Refuses other spellings of an address, answers {@code OPTIONS}, and names the request for
 * metrics. Resources, health and metrics all pass it.
 */
@Singleton
class FrontDoor {

    private static final String METRICS = "/q/metrics";
    private static final String TOOLS = "/q/";
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";
    private static final Set<String> NAMED =
            Set.of(METRICS, "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");

    private final RouteTable routes;
    private final ProblemAnswers answers;
    private final ProblemMappers failures;

    FrontDoor(RouteTable routes, ProblemAnswers answers, ProblemMappers failures) {
        this.routes = routes;
        this.answers = answers;
        this.failures = failures;
    }

    void open(@Observes Router router) {
        // right after the exchange has begun, and for all requests
        router.route().order(Integer.MIN_VALUE + 1).handler(this::enter).failureHandler(this::failed);
    }

    /**
     * Removes the handler of failed authentication that Quarkus gives each request. This registry authenticates callers
     * itself, and its exception mappers answer failures. While the handler is there, quarkus-rest builds a table of all
     * routes for each request to name it in metrics, which {@link HttpLabels} does: a fifth of the processor time of a
     * short request, and two fifths of its allocations.
     */
    void removeFailureHandler(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    routing.next();
                },
                SecurityHandlerPriorities.AUTHENTICATION);
    }

    private void enter(RoutingContext routing) {
        RequestInLog.tell(routing.request());
        HttpLabels.nameSpan(routing);
        String path = Optional.ofNullable(routing.request().path()).orElse("");
        HttpLabels.call(routing, NAMED.contains(path) ? path : HttpLabels.UNKNOWN);
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && path.startsWith(TOOLS)) {
            routing.next(); // the development pages have their own rules
            return;
        }
        try {
            check(routing);
            if (HttpMethod.OPTIONS.equals(routing.request().method().name())) {
                tellMethods(routing, path);
                return;
            }
            accept(routing, path);
        } catch (ProblemException refused) {
            answers.end(routing, refused.problem());
            return;
        }
        routing.next();
    }

    private static void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.version() == null) {
            throw unreadable(routing, "It has none of the versions 1.0, 1.1 and 2 of HTTP.");
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            throw unreadable(routing, "The request has several headers Host.");
        }
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        if (!codings.isEmpty()
                && !(codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked"))) {
            throw unreadable(routing, "The only transfer coding is chunked.");
        }
        Target.brokenPath(request.uri()).ifPresent(broken -> {
            throw nothing("an address has one spelling, and " + broken);
        });
        Target.brokenQuery(request.uri()).ifPresent(broken -> {
            throw ProblemException.invalid(Violation.query("", broken));
        });
    }

    private static ProblemException unreadable(RoutingContext routing, String detail) {
        Exchange.of(routing).beLast();
        return Problem.of(ProblemType.UNREADABLE_REQUEST, detail)
                .withHeader("Connection", "close")
                .exception();
    }

    private void tellMethods(RoutingContext routing, String path) {
        String methods = isTool(path) ? READ_ONLY : String.join(", ", routes.methodsAt(path));
        if (methods.isEmpty()) {
            throw nothing("/openapi lists all addresses");
        }
        routing.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ALLOW, methods)
                .end();
    }

    /** Resources choose by {@link Accept#chosen}. So quarkus-rest sees a client that accepts anything. */
    private static void accept(RoutingContext routing, String path) {
        HttpServerRequest request = routing.request();
        if (isTool(path)) {
            String method = request.method().name();
            if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
                throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address knows the methods " + READ_ONLY + ".")
                        .withHeader(HttpHeaders.ALLOW, READ_ONLY)
                        .exception();
            }
        }
        switch (path) {
            case METRICS -> {
                String form = Accept.choose(Accept.sent(routing), "application/openmetrics-text", "text/plain");
                Accept.show(routing, form.equals("text/plain") ? form : form + "; version=1.0.0; charset=utf-8");
                routing.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            }
            default -> Accept.show(routing, "*/*");
        }
    }

    private static boolean isTool(String path) {
        return path.startsWith(TOOLS);
    }

    private static ProblemException nothing(String why) {
        return ProblemException.of(ProblemType.NOT_FOUND, "Nothing is at this address: " + why + ".");
    }

    /** Handles failures outside resources: before a route is found, or in a route that is not a resource's. */
    private void failed(RoutingContext routing) {
        HttpLabels.call(routing, HttpLabels.UNKNOWN);
        if (routing.response().headWritten() || routing.response().ended()) {
            routing.next();
            return;
        }
        answers.end(routing, failures.outside(routing));
    }
}
