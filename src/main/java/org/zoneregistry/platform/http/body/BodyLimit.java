package org.zoneregistry.platform.http.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/**
 * Reads request bodies up to a limit, however they are framed. Quarkus has a limit of its own, but answers with an empty 413, or with a
 * closed connection for a chunked body, and it knows no exceptions.
 */
public class BodyLimit {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @ConfigProperty(name = "registry.http.max-body-bytes", defaultValue = "1048576")
    int limit;

    /** Before anything else looks at the body. Nothing blocks here: the bytes come in as they arrive. */
    @ServerRequestFilter(priority = 100, nonBlocking = true)
    Uni<Void> read(ContainerRequestContext context, RoutingContext routing, ResourceInfo resource) {
        var request = routing.request();
        if (!WITH_BODY.contains(context.getMethod())
                || resource.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
            return Uni.createFrom().voidItem();
        }
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && Long.parseLong(declared) > limit) {
            return Uni.createFrom().failure(tooLarge());
        }
        return collected(request)
                .invoke(bytes -> context.setEntityStream(new ByteArrayInputStream(bytes)))
                .replaceWithVoid();
    }

    private Uni<byte[]> collected(HttpServerRequest request) {
        if (request.isEnded()) {
            return Uni.createFrom().item(new byte[0]);
        }
        return Uni.createFrom().emitter(emitter -> {
            var collector = new Collector(emitter);
            request.handler(collector::add).endHandler(end -> collector.end()).exceptionHandler(emitter::fail);
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.resume();
        });
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

        void add(Buffer part) {
            if (over) {
                return; // what is left goes nowhere, so that the client gets to read the answer
            }
            if (bytes.length() + part.length() > limit) {
                over = true;
                emitter.fail(tooLarge());
            } else {
                bytes.appendBuffer(part);
            }
        }

        void end() {
            if (!over) {
                emitter.complete(bytes.getBytes());
            }
        }
    }
}
