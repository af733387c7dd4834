package org.zoneregistry.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemAnswers;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;

/**
 * Guards health and metrics, which are no resources. On the port of the API, everybody learns whether the registry is
 * up; details and metrics are for operators. If {@code registry.management.port} is set, they are on that port alone,
 * for everybody who reaches it.
 */
@Singleton
final class OperatorRoutes {

    private static final Logger LOG = Logger.getLogger(OperatorRoutes.class);

    private static final String ROUTES = "/q/";

    /** Before all routes, and after the front door, which checks the spelling of the address. */
    static final int AFTER_FRONT_DOOR = Integer.MIN_VALUE + 2;

    /** Quarkus prepares the check of a token at -200, and answers these routes after 0. */
    private static final int BEFORE_ROUTES = -50;

    private final Access access;
    private final Instance<Callers> callers;
    private final ProblemAnswers answers;
    private final Rates rates;
    private final Optional<Integer> port;
    private final String host;
    private final Map<String, Supplier<Uni<SmallRyeHealth>>> health;

    OperatorRoutes(
            Access access,
            Instance<Callers> callers,
            ProblemAnswers answers,
            Rates rates,
            SmallRyeHealthReporter reporter,
            @ConfigProperty(name = "registry.management.port") Optional<Integer> port,
            @ConfigProperty(name = "registry.management.host", defaultValue = "127.0.0.1") String host) {
        this.access = access;
        this.callers = callers;
        this.answers = answers;
        this.rates = rates;
        this.port = port;
        this.host = host;
        this.health = Map.of(
                "/q/health", reporter::getHealthAsync,
                "/q/health/live", reporter::getLivenessAsync,
                "/q/health/ready", reporter::getReadinessAsync,
                "/q/health/started", reporter::getStartupAsync);
    }

    /** After the front door, which refuses other spellings. */
    void guard(@Observes Router router, Vertx vertx) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return; // the development pages have their own rules
        }
        if (port.isPresent()) {
            HttpServer server =
                    vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port.orElseThrow()));
            router.route().order(AFTER_FRONT_DOOR).handler(routing -> separate(routing, server.actualPort()));
            open(server.requestHandler(router));
        } else if (!access.isOpen()) {
            router.route(ROUTES + "*").order(BEFORE_ROUTES).handler(this::check);
        }
    }

    /** A registry that nobody can watch does not run. */
    private void open(HttpServer server) {
        var _ = server.listen()
                .onSuccess(on -> LOG.infof("Health and metrics: http://%s:%d/q/", host, on.actualPort()))
                .onFailure(failed -> {
                    LOG.errorf(
                            "Health and metrics have no port, so the registry ends: %s. Set registry.management.port to"
                                    + " a free port.",
                            failed.getMessage());
                    Quarkus.asyncExit(1);
                });
    }

    private void separate(RoutingContext routing, int managementPort) {
        boolean isOnManagementPort = routing.request().localAddress().port() == managementPort;
        if (isOnManagementPort == String.valueOf(routing.request().path()).startsWith(ROUTES)) {
            routing.next();
        } else {
            answers.end(
                    routing,
                    Problem.of(ProblemType.NOT_FOUND, "Nothing is at this address: /openapi lists all addresses."));
        }
    }

    /** Tokens are not tried out here faster than elsewhere, and the issuer is not asked about them more often. */
    private void check(RoutingContext routing) {
        boolean isPlain = health.containsKey(routing.request().path())
                && !routing.request().headers().contains(HttpHeaders.AUTHORIZATION);
        try {
            if (!isPlain) {
                rates.count(Caller.NOBODY, routing);
            }
        } catch (ProblemException tooMany) {
            fail(routing, tooMany);
            return;
        }
        callers.get()
                .of(routing)
                .onFailure(unknown -> isPlain)
                .recoverWithItem(Caller.NOBODY)
                .subscribe()
                .with(caller -> answer(routing, caller), failure -> fail(routing, failure));
    }

    private void answer(RoutingContext routing, Caller caller) {
        AccessFilter.remember(caller, routing);
        Supplier<Uni<SmallRyeHealth>> asked = health.get(routing.request().path());
        if (access.grant(caller, Permission.MONITORING).isPresent()) {
            routing.next();
        } else if (asked == null) {
            fail(
                    routing,
                    caller.isKnown()
                            ? ProblemException.of(ProblemType.FORBIDDEN, "This takes the role operator.")
                            : Callers.unauthenticated("Send a bearer token in the header Authorization.", "Bearer"));
        } else {
            CallerContext.returnTo(asked.get())
                    .subscribe()
                    .with(
                            known -> routing.response()
                                    .setStatusCode(known.isDown() ? 503 : 200)
                                    .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                    .end("{\"status\": \"" + known.getStatus() + "\", \"checks\": []}"),
                            failure -> fail(routing, failure));
        }
    }

    private void fail(RoutingContext routing, Throwable failure) {
        if (failure instanceof ProblemException refused) {
            AccessFilter.logRefusal(refused.problem().type().status(), routing);
            answers.end(routing, refused.problem());
        } else {
            routing.fail(failure);
        }
    }
}
