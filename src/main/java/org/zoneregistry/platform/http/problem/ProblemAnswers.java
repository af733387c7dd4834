package org.zoneregistry.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes problems as {@code application/problem+json}, whatever the client accepts (RFC 9457, 3). */
@Singleton
public class ProblemAnswers {

    /** RFC 9457, 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
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

    /** The members in the order in which a person reads them. */
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

    /** {@code instance} is a URI reference; a path may come with characters that no URI has. */
    private static String asUri(String path) {
        var uri = new StringBuilder(path.length());
        path.chars().forEach(c -> {
            if (c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0) {
                uri.append((char) c);
            } else {
                uri.append("%%%02X".formatted(c & 0xFF));
            }
        });
        return uri.toString();
    }
}
