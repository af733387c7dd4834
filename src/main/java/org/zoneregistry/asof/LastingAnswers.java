package org.zoneregistry.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.zoneregistry.http.EntityTag;
import org.zoneregistry.http.StreamedAnswer;

/**
 * Adds a strong entity tag to every immutable answer that has none, and answers 304 to clients that have the answer. So
 * a cache that keeps an answer for ever can still revalidate it.
 */
@Singleton
public class LastingAnswers {

    private final ObjectMapper json;
    private final String version;

    LastingAnswers(ObjectMapper json, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.version = version;
    }

    /** Runs after the answer is made, before it is written. */
    @ServerResponseFilter
    public void tag(ContainerResponseContext answer, HttpServerRequest request) throws JsonProcessingException {
        Object body = answer.getEntity();
        if (body == null || answer.getStatus() != RestResponse.StatusCode.OK) {
            return;
        }
        String kept = answer.getHeaderString(HttpHeaders.CACHE_CONTROL);
        boolean isKnown = isAnyRefused(request);
        if (kept != null && kept.contains("immutable") && !answer.getHeaders().containsKey(HttpHeaders.ETAG)) {
            String tag = EntityTag.of(tagged(answer, body, request));
            answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            isKnown |= EntityTag.isListed(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), tag);
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
