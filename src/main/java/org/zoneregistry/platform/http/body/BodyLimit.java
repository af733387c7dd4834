package org.zoneregistry.platform.http.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/**
 * Reads request bodies up to a limit, however they are framed. Quarkus has a limit of its own, but answers with an empty 413, or
 * with a closed connection for a chunked body, and it knows no exceptions.
 */
public class BodyLimit {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @ConfigProperty(name = "registry.http.max-body-bytes", defaultValue = "1048576")
    int limit;

    /** Before anything else looks at the body. Nothing blocks here: the bytes come in as they arrive. */
    @ServerRequestFilter(priority = 100, nonBlocking = true)
    Uni<Void> read(ContainerRequestContext request, ResourceInfo resource) {
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        if (!WITH_BODY.contains(request.getMethod())
                || resource.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
            return Uni.createFrom().voidItem();
        }
        if (declaredLength(request) > limit) {
            return Uni.createFrom().failure(tooLarge());
        }
        return collected(context.serverRequest())
                .invoke(bytes -> request.setEntityStream(new ByteArrayInputStream(bytes)))
                .replaceWithVoid();
    }

    private static long declaredLength(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private Uni<byte[]> collected(ServerHttpRequest request) {
        if (request.isRequestEnded()) {
            return Uni.createFrom().item(new byte[0]);
        }
        return Uni.createFrom().emitter(emitter -> {
            request.setReadListener(new Collector(emitter));
            request.resumeRequestInput();
        });
    }

    private ProblemException tooLarge() {
        return ProblemException.of(ProblemType.BODY_TOO_LARGE, "The body has more than " + limit + " bytes.");
    }

    private final class Collector implements ServerHttpRequest.ReadCallback {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final UniEmitter<? super byte[]> emitter;
        private boolean over;

        Collector(UniEmitter<? super byte[]> emitter) {
            this.emitter = emitter;
        }

        @Override
        public void data(ByteBuffer part) {
            if (over) {
                return; // the rest is let through to nowhere, so that the client gets to read the answer
            }
            if (bytes.size() + part.remaining() > limit) {
                over = true;
                emitter.fail(tooLarge());
                return;
            }
            var copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public void done() {
            if (!over) {
                emitter.complete(bytes.toByteArray());
            }
        }
    }
}
