package org.zoneregistry.asof;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.Instants;

/**
 * The addresses of the states of a resource (RFC 7089). The resource without {@code knownAt} is the original and its
 * own time gate. {@link TimeMapResource} is its time map. With a {@code knownAt} it is a memento.
 */
final class Mementos {

    static final String TIME_MAP = "/v1/timemap";
    static final String LINK_FORMAT = "application/link-format";
    private static final String KNOWN_AT = "knownAt=";
    private static final String CURSOR = "cursor=";

    private Mementos() {}

    /** The links to the original, its time gate and its time map, for the header Link. */
    static String links(HttpServerRequest request) {
        String original = originalOf(Objects.requireNonNullElse(request.path(), "/"), request.query());
        return isOfCopy(original)
                ? linkTo(original)
                : linkTo(original) + ", " + link(timeMap(original), "timemap") + "; type=\"" + LINK_FORMAT + '"';
    }

    /**
     * Whether a reference leads to a copy of the tables. A copy has no time map: its states end with its own prefix.
     */
    static boolean isOfCopy(String reference) {
        return reference.contains("?copy=") || reference.contains("&copy=");
    }

    static String linkTo(String original) {
        return link(original, "original timegate");
    }

    static String link(String reference, String relation) {
        return '<' + Cursors.safe(reference) + ">; rel=\"" + relation + '"';
    }

    /** A state of the original, in the form of a time map. */
    static String memento(String original, Instant second, String relation) {
        return link(original + (original.contains("?") ? '&' : '?') + KNOWN_AT + second, relation) + "; datetime=\""
                + Instants.httpDate(second) + '"';
    }

    static String timeMap(String original) {
        return TIME_MAP + "?of=" + URLEncoder.encode(original, StandardCharsets.UTF_8);
    }

    /** A reference without the parameters for the time. */
    static String originalOf(String path, @Nullable String query) {
        if (query == null) {
            return path;
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter ->
                        !parameter.isEmpty() && !parameter.startsWith(KNOWN_AT) && !parameter.startsWith(CURSOR))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + '?' + kept;
    }
}
