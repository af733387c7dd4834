package org.zoneregistry.http.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.admission.InFlight;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Reads request bodies, whatever their framing. Each has a limit of size and of time, and all together have a limit of
 * size. Quarkus has its own limit. But it answers with an empty 413, or closes the connection for a chunked body, and
 * it allows no exceptions.
 */
@Singleton
public final class BodyLimit {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final int limit;
    private final Duration patience;
    private final InFlight inFlight;

    BodyLimit(
            @ConfigProperty(name = "registry.http.max-body-bytes", defaultValue = "1048576") int limit,
            @ConfigProperty(name = "registry.http.body-patience", defaultValue = "30s") Duration patience,
            InFlight inFlight) {
        this.limit = limit;
        this.patience = patience;
        this.inFlight = inFlight;
    }

    /** Runs before all other code that reads the body. It does not block: bytes are read as they arrive. */
    @ServerRequestFilter(priority = 100, nonBlocking = true)
    public Uni<Void> read(ContainerRequestContext context, RoutingContext routing, ResourceInfo resource) {
        var request = routing.request();
        if (!WITH_BODY.contains(context.getMethod())
                || resource.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
            return Uni.createFrom().voidItem();
        }
        refuseCoded(request);
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && Long.parseLong(declared) > limit) {
            return Uni.createFrom().failure(tooLarge());
        }
        return collected(routing)
                .invoke(bytes -> context.setEntityStream(new ByteArrayInputStream(bytes)))
                .replaceWithVoid();
    }

    /**
     * Refuses an unknown coding with its own problem, and does not treat it as a malformed body (RFC 9110, 15.5.16).
     */
    private static void refuseCoded(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !"identity".equalsIgnoreCase(coding.strip())) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Send the body without Content-Encoding; only the files of imports may be compressed.")
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                    .exception();
        }
    }

    private Uni<byte[]> collected(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.isEnded()) {
            return Uni.createFrom().item(new byte[0]);
        }
        return Uni.createFrom().emitter(emitter -> {
            var collector = new Collector(emitter);
            // a client that doesn't send the announced bytes must not hold the request for ever
            Exchange exchange = Exchange.of(routing);
            long timer = routing.vertx().setTimer(patience.toMillis(), late -> exchange.cut());
            exchange.whenOver(() -> {
                routing.vertx().cancelTimer(timer);
                collector.release();
            });
            request.handler(collector::add)
                    .endHandler(end -> {
                        routing.vertx().cancelTimer(timer);
                        collector.end();
                    })
                    .exceptionHandler(
                            failure -> emitter.fail(failure instanceof HttpClosedException ? failure : unframed()));
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    /** The problem for any failure of Netty's decoder. Nothing after the failure is read. */
    private static ProblemException unframed() {
        return ProblemException.of(
                ProblemType.VALIDATION, "The end of the body is unknown: its chunks don't follow RFC 9112.");
    }

    private ProblemException tooLarge() {
        return ProblemException.of(ProblemType.BODY_TOO_LARGE, "The body has more than " + limit + " bytes.");
    }

    private final class Collector {

        private final Buffer bytes = Buffer.buffer();
        private final UniEmitter<? super byte[]> emitter;
        private boolean over;

        Collector(UniEmitter<? super byte[]> emitter) {
            this.emitter = emitter;
        }

        synchronized void add(Buffer part) {
            if (over) {
                return; // the rest of the body is discarded, so that the client reads the answer
            }
            try {
                if (bytes.length() + part.length() > limit) {
                    throw tooLarge();
                }
                inFlight.hold(part.length());
                bytes.appendBuffer(part);
            } catch (ProblemException refused) {
                over = true;
                emitter.fail(refused);
            }
        }

        /** Takes no more bytes, so none are held after this. */
        synchronized void release() {
            over = true;
            inFlight.release(bytes.length());
        }

        synchronized void end() {
            if (!over) {
                emitter.complete(bytes.getBytes());
            }
        }
    }
}
