package org.zoneregistry.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.problem.ProblemAnswers;
import org.zoneregistry.http.problem.ProblemMappers;

/**
 * Writes the bodies of all answers, for every media type in a {@code @Produces}. The writers of quarkus-rest would
 * write an object as its {@code toString} if the first of several types is not JSON. A byte array is a finished body,
 * which was written earlier so that it could be hashed; quarkus-rest would choose a writer by the method's return type
 * and treat the bytes as a value. Strings are written as they are.
 */
@Provider
@Produces({
    MediaType.APPLICATION_JSON,
    "application/problem+json",
    "application/cloudevents-batch+json",
    "application/link-format",
    "application/yaml",
    RowForms.CSV,
    RowForms.XLSX,
    "application/x-ndjson",
    "application/zip",
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN,
    MediaType.SERVER_SENT_EVENTS,
    MediaType.APPLICATION_XML,
    "application/vnd.sdmx.structure+xml",
    "application/vnd.sdmx.genericdata+xml"
})
public class BodyWriter extends ServerMessageBodyWriter.AllWriteableMessageBodyWriter {

    @Inject
    ObjectMapper json;

    @Inject
    AnswerWriter writer;

    @Inject
    ProblemMappers failures;

    @Inject
    ProblemAnswers answers;

    @Override
    public void writeResponse(Object body, Type genericType, ServerRequestContext context) throws IOException {
        var reactive = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = reactive.serverRequest().unwrap(RoutingContext.class);
        Response answer = reactive.getResponse().get();
        Exchange exchange = Exchange.of(routing);
        if (body instanceof StreamedAnswer streamed) {
            boolean isCompressed =
                    Compression.isChosen(routing.request(), answer.getHeaders(), answer.getMediaType(), null);
            writer.write(
                    exchange,
                    context.serverResponse(),
                    isCompressed ? new StreamedAnswer(Compression.gzip(streamed.parts())) : streamed,
                    failure -> answer(reactive, routing, failure));
        } else {
            byte[] bytes = bytes(body);
            boolean isCompressed =
                    Compression.isChosen(routing.request(), answer.getHeaders(), answer.getMediaType(), bytes.length);
            writer.write(exchange, context.serverResponse(), bytes, isCompressed);
        }
    }

    /** Answers a failure before the first part. The HTTP response takes status and headers from quarkus-rest's. */
    private void answer(ResteasyReactiveRequestContext reactive, RoutingContext routing, Throwable failure) {
        Response problem = answers.of(
                failures.of(failure, routing),
                Objects.requireNonNullElse(routing.request().path(), "/"));
        reactive.setResponse(new LazyResponse.Existing(problem));
        reactive.serverResponse().end((byte[]) problem.getEntity());
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

    /** The bytes of a body that is not streamed. */
    byte[] bytes(Object body) throws IOException {
        return switch (body) {
            case byte[] written -> written;
            case String written -> written.getBytes(StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(body);
        };
    }
}
