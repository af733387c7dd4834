package org.zoneregistry.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.http.EntityTag;
import org.zoneregistry.http.StreamedAnswer;

/**
 * Answers that caches may keep. Each has a strong entity tag, and is a 304 for clients that have it already. The node
 * itself may keep them too: see {@link KeptAnswers}.
 */
@Singleton
public class LastingAnswers {

    private final ObjectMapper json;
    private final KeptAnswers kept;
    private final String version;

    LastingAnswers(
            ObjectMapper json, KeptAnswers kept, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.kept = kept;
        this.version = version;
    }

    /** Runs after the answer is made, before it is written. */
    @ServerResponseFilter
    public void tag(ContainerResponseContext answer, HttpServerRequest request, RoutingContext routing)
            throws JsonProcessingException {
        Object body = answer.getEntity();
        if (body == null || answer.getStatus() != RestResponse.StatusCode.OK) {
            return;
        }
        String lasting = answer.getHeaderString(HttpHeaders.CACHE_CONTROL);
        boolean isKnown = isAnyRefused(request);
        if (lasting != null
                && (lasting.startsWith("public") || lasting.startsWith("private"))
                && !answer.getHeaders().containsKey(HttpHeaders.ETAG)) {
            String tag = EntityTag.of(tagged(answer, body, request));
            Optional<String> known = EntityTag.listed(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), tag);
            answer.getHeaders().putSingle(HttpHeaders.ETAG, known.orElse(tag));
            isKnown |= known.isPresent();
        }
        if (body instanceof byte[] bytes) {
            kept.keep(routing, lasting, bytes, answer.getHeaders());
        }
        if (isKnown) {
            answer.setStatus(RestResponse.StatusCode.NOT_MODIFIED);
            answer.setEntity(null);
        }
    }

    /** If-None-Match: * asks for an answer only if none exists yet (RFC 9110, 13.1.2). */
    private static boolean isAnyRefused(HttpServerRequest request) {
        return (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()))
                && "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    /** A streamed answer can't be hashed in advance, but its inputs can: see {@link Answers#streamed}. */
    private byte[] tagged(ContainerResponseContext answer, Object body, HttpServerRequest request)
            throws JsonProcessingException {
        if (body instanceof StreamedAnswer) {
            return String.join("\n", version, String.valueOf(answer.getMediaType()), request.uri())
                    .getBytes(StandardCharsets.UTF_8);
        }
        return body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body);
    }
}
