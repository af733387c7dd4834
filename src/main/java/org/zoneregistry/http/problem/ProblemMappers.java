package org.zoneregistry.http.problem;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.log.LogHaltedException;
import org.zoneregistry.log.LogUnavailableException;
import org.zoneregistry.log.UnknownEventException;
import org.zoneregistry.process.OutOfMemory;

/** The only place where failures become answers. Every answer with an error status is a problem. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String ANSWERED = Problem.class.getName();

    @Inject
    ProblemAnswers answers;

    @Inject
    RouteTable routes;

    /** Work goes on for a while after its client has gone. If it fails then, nobody can be told. */
    void start(@Observes StartupEvent started) {
        Infrastructure.setDroppedExceptionHandler(
                failure -> logUnsent(failure, "Work failed after its client had gone."));
    }

    /**
     * Logs a failure that can't be answered. There can be as many of them as requests, and an outage is logged where
     * connections are opened, so only a failure that nobody expects is logged above DEBUG.
     */
    public static void logUnsent(Throwable failure, String message) {
        OutOfMemory.endIf(failure);
        boolean isExpected = failure instanceof ProblemException || TransientFailures.isTransient(failure);
        LOG.log(isExpected ? Logger.Level.DEBUG : Logger.Level.ERROR, message, failure);
    }

    @ServerExceptionMapper
    Response problem(ProblemException thrown, RoutingContext request) {
        return answer(thrown.problem(), request);
    }

    /** A separate method: its presence makes quarkus-rest ask for an answer if no resource matches. */
    @ServerExceptionMapper
    Response notFound(NotFoundException thrown, RoutingContext request) {
        return webApplication(thrown, request);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException thrown, RoutingContext request) {
        if (thrown.getResponse().getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return thrown.getResponse();
        }
        return answer(fromStatus(thrown, request), request);
    }

    @ServerExceptionMapper
    Response anything(Throwable thrown, RoutingContext request) {
        return answer(of(thrown, request), request);
    }

    private Response answer(Problem problem, RoutingContext request) {
        request.put(ANSWERED, problem);
        return answers.of(problem, path(request));
    }

    /** The problem with which a request of a resource was answered. */
    public static Optional<Problem> answered(RoutingContext request) {
        return Optional.ofNullable(request.get(ANSWERED));
    }

    /** The problem of a request that failed outside resources, from its status or its exception. */
    public Problem outside(RoutingContext request) {
        return switch (request.statusCode()) {
            case 404 -> unrouted(request.request().method().name(), path(request));
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is too large.");
            case 400, 401, 403, 405, 406, 408, 411, 414, 415, 417, 431 -> unreadable();
            default -> {
                Throwable failure = request.failure();
                yield of(
                        failure == null ? new IllegalStateException("status " + request.statusCode()) : failure,
                        request);
            }
        };
    }

    /** The problem of a failure while a request is answered. */
    public Problem of(Throwable thrown, RoutingContext request) {
        return switch (thrown) {
            case ProblemException problem -> problem.problem();
            case WebApplicationException web -> fromStatus(web, request);
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause(), request);
            case ExecutionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause(), request);
            case ConstraintViolationException invalid -> fromConstraints(invalid);
            case LogUnavailableException unreachable -> busy(unreachable);
            case LogHaltedException halted ->
                Problem.of(
                                ProblemType.RECORDING_STOPPED,
                                "The log contradicts a signed checkpoint or lacks events that were seen; the operator"
                                        + " has to resolve this.")
                        .withHeader("Retry-After", "600");
            case UnknownEventException later ->
                Problem.of(ProblemType.NODE_OUTDATED, later.getMessage() + ".").withHeader("Retry-After", "1");
            case RejectedExecutionException busy -> busy(busy);
            case ConnectException unreachable -> busy(unreachable);
            case ClosedChannelException unreachable -> busy(unreachable);
            // the client has gone in the middle of its body, so nobody reads the answer
            case HttpClosedException gone -> unreadable();
            default -> TransientFailures.isTransient(thrown) ? busy(thrown) : incident(thrown, request);
        };
    }

    /** Logs the cause at level DEBUG. There can be as many causes as requests, and the outage itself is logged once. */
    private static Problem busy(Throwable cause) {
        LOG.debug("A request was answered with overloaded", cause);
        return overloaded();
    }

    private Problem fromStatus(WebApplicationException thrown, RoutingContext request) {
        var method = request.request().method().name();
        var path = path(request);
        return switch (thrown.getResponse().getStatus()) {
            case 400 -> unreadable();
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "Send valid credentials.");
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "The caller's role does not permit this.");
            // A 404 with a cause is a parameter that couldn't be converted (Jakarta REST, 3.2).
            case 404, 405 -> thrown.getCause() == null ? unrouted(method, path) : unreadable();
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "No media type of this resource fits the Accept header; /openapi lists the available ones.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is too large.");
            case 415 ->
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body with Content-Type: application/json.");
            case 429 ->
                Problem.of(ProblemType.RATE_LIMITED, "Try again in 1 s.").withHeader("Retry-After", "1");
            case 503 -> overloaded();
            default -> thrown.getResponse().getStatus() < 500 ? unreadable() : incident(thrown, request);
        };
    }

    /** Resources of one path are in several classes, so quarkus-rest can't always tell a 405 from a 404. */
    private Problem unrouted(String method, String path) {
        var allowed = routes.methodsAt(path);
        if (allowed.isEmpty() || allowed.contains(method)) {
            return Problem.of(ProblemType.NOT_FOUND, "Nothing is at this address; /openapi lists all addresses.");
        }
        var list = String.join(", ", allowed);
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address knows the methods " + list + ".")
                .withHeader("Allow", list);
    }

    private static String path(RoutingContext request) {
        return Objects.requireNonNullElse(request.request().path(), "/");
    }

    private static Problem fromConstraints(ConstraintViolationException invalid) {
        return Problem.invalid(invalid.getConstraintViolations().stream()
                .map(broken -> new Violation(broken.getPropertyPath().toString(), broken.getMessage()))
                .toList());
    }

    private static Problem unreadable() {
        return Problem.of(ProblemType.VALIDATION, "A header, a query parameter or a part of the path can't be read.");
    }

    private static Problem overloaded() {
        return Problem.of(ProblemType.OVERLOADED, "Try again in 1 s.").withHeader("Retry-After", "1");
    }

    private static Problem incident(Throwable thrown, RoutingContext request) {
        OutOfMemory.endIf(thrown);
        var incident = UUID.randomUUID().toString();
        LOG.errorf(
                thrown,
                "Incident %s at %s %s",
                incident,
                request.request().method(),
                request.request().path());
        return Problem.of(ProblemType.SERVER_ERROR, "The incident was logged as " + incident + ".")
                .with("incident", incident);
    }
}
