package org.zoneregistry.platform.http.read;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The addresses of further pages. */
final class Links {

    private static final String CURSOR = "cursor=";

    private Links() {}

    /** A relative reference to the page after that key, with all other parameters as they were. */
    static String next(HttpServerRequest request, PointInTime point, List<String> after) {
        var cursor = new Cursor(point.knownAt().position(), point.validAt(), question(request), after);
        var parameters = new ArrayList<>(parameters(request.query()));
        parameters.removeIf(parameter -> parameter.startsWith(CURSOR));
        parameters.add(CURSOR + cursor.encoded());
        return safe(request.path() + "?" + String.join("&", parameters));
    }

    /** What the request asks for, as cursors pin it. */
    static long question(HttpServerRequest request) {
        return Cursor.question(Objects.requireNonNullElse(request.path(), "/"), parameters(request.query()));
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    /** Nothing that could end the reference early in the header. */
    private static String safe(String reference) {
        var text = new StringBuilder(reference.length());
        reference.chars().forEach(c -> {
            if (c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"') {
                text.append((char) c);
            } else {
                text.append("%%%02X".formatted(c & 0xFF));
            }
        });
        return text.toString();
    }
}
