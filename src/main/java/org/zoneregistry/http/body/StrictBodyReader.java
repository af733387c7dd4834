package org.zoneregistry.http.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Reads every record that a resource method takes as its body with {@link StrictJson}. Quarkus registers body types for
 * reflection in the native image by itself.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class StrictBodyReader implements jakarta.ws.rs.ext.MessageBodyReader<Record> {

    @Inject
    StrictJson json;

    @Inject
    RoutingContext request;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        requireJson(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        var parsed = json.parse(body.readAllBytes());
        CanonicalBody.keep(request, parsed.tree());
        return parsed.to(type);
    }

    private static void requireJson(@Nullable String contentType) {
        var mediaType = contentType == null ? null : parse(contentType);
        var isJson = mediaType != null
                && "application".equalsIgnoreCase(mediaType.getType())
                && "json".equalsIgnoreCase(mediaType.getSubtype())
                && "utf-8".equalsIgnoreCase(mediaType.getParameters().getOrDefault("charset", "utf-8"));
        if (!isJson) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as JSON in UTF-8, with Content-Type: application/json.");
        }
    }

    private static @Nullable MediaType parse(String contentType) {
        try {
            return MediaType.valueOf(contentType);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
