package org.zoneregistry.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the bodies of answers. Bytes are a body that has been written already, so that it could be hashed; quarkus-rest would choose a writer by
 * the method's return type and take them for a value. Strings are written as they are.
 */
@Provider
@Produces({
    MediaType.APPLICATION_JSON,
    "application/problem+json",
    "application/cloudevents-batch+json",
    "text/csv",
    "application/x-ndjson",
    "application/zip",
    MediaType.SERVER_SENT_EVENTS,
    MediaType.APPLICATION_XML,
    "application/vnd.sdmx.structure+xml",
    "application/vnd.sdmx.genericdata+xml"
})
public class BodyWriter extends ServerMessageBodyWriter.AllWriteableMessageBodyWriter {

    @Inject
    ObjectMapper json;

    @Override
    public void writeResponse(Object body, Type genericType, ServerRequestContext context) throws IOException {
        if (body instanceof StreamedAnswer streamed) {
            streamed.writeTo(context.serverResponse());
        } else {
            context.serverResponse().end(bytes(body));
        }
    }

    @Override
    public void writeTo(
            Object body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(bytes(body));
    }

    private byte[] bytes(Object body) throws IOException {
        return switch (body) {
            case byte[] written -> written;
            case String written -> written.getBytes(StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(body);
        };
    }
}
