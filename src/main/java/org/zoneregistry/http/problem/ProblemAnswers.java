package org.zoneregistry.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Instants;

/** Writes problems as {@code application/problem+json}, whatever the client accepts (RFC 9457, 3). */
@Singleton
public class ProblemAnswers {

    /** RFC 9457, 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final ObjectMapper json;
    private final InstantSource clock;

    ProblemAnswers(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer to a request.
     *
     * @param path the request's path, as it was sent
     */
    public Response of(Problem problem, String path) {
        var answer = Response.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(bytes(problem, path));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    /** Ends a request outside resources with a problem. */
    public void end(RoutingContext routing, Problem problem) {
        var response = routing.response();
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!response.headers().contains(HttpHeaders.DATE)) { // a target that matches no route
            response.putHeader(HttpHeaders.DATE, Instants.httpDate(clock.instant()));
        }
        problem.headers().forEach(response::putHeader);
        routing.request().resume(); // discards an unread body, so that the client reads the answer
        response.end(Buffer.buffer(
                bytes(problem, Objects.requireNonNullElse(routing.request().path(), "/"))));
    }

    /** The body of the answer to an unreadable request, whose path is unknown. */
    public static byte[] unread(ProblemType type) {
        try {
            return PLAIN.writeValueAsBytes(members(Problem.of(type, type.exampleDetail()), "/"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members, in a readable order. */
    static Map<String, Object> members(Problem problem, String path) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.type().uri().toString());
        members.put("title", problem.type().title());
        members.put("status", problem.type().status());
        members.put("detail", problem.detail());
        members.put("instance", asUri(path));
        members.putAll(new TreeMap<>(problem.members()));
        if (!problem.violations().isEmpty()) {
            members.put("violations", problem.violations());
        }
        return members;
    }

    private byte[] bytes(Problem problem, String path) {
        try {
            return json.writeValueAsBytes(members(problem, path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code instance} is a URI reference, but a sent path may have characters that are not allowed in a URI. */
    private static String asUri(String path) {
        var uri = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isEscape =
                    c == '%' && ESCAPE.matcher(path).region(i, path.length()).lookingAt();
            if (isEscape || (c > ' ' && c < 0x7F && "\"<>\\^`{|}#[]%".indexOf(c) < 0)) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted(c & 0xFF));
            }
        }
        return uri.toString();
    }
}
