package org.zoneregistry.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemAnswers;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Content negotiation by the Accept header (RFC 9110, 12.5.1), the same for every operation. A resource offers the
 * types in its {@code @Produces}. Of types that the client likes equally, the first is chosen; {@link #chosen} returns
 * it. quarkus-rest itself always sees a client that accepts anything.
 */
public final class Accept {

    private static final String SENT = Accept.class.getName() + ".sent";
    private static final String CHOSEN = Accept.class.getName() + ".chosen";

    private Accept() {}

    /**
     * The offered media type that the client prefers; of equally preferred types, the first offered one. The first one
     * is also chosen if the Accept header is missing, is empty, or has no readable element. Parameters of media types
     * are not compared.
     *
     * <p>A problem is sent whatever the client accepts. So {@code application/problem+json} in the header is ignored. A
     * client that names only this type, as generated clients do if a resource is not JSON, is treated as one without
     * the header.
     *
     * @param headers the values of the Accept header fields
     * @param offered media types in lower case without parameters, at least one
     * @throws ProblemException {@code not-acceptable} if the client accepts none of them
     */
    public static String choose(List<String> headers, String... offered) {
        var best = best(headers, offered);
        if (best.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_ACCEPTABLE, "This resource is available as " + String.join(", ", offered) + ".");
        }
        return best;
    }

    /** Whether a client prefers a page to JSON. It may be asked before the negotiation. */
    public static boolean isForPeople(RoutingContext routing) {
        return best(sent(routing), MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)
                .equals(MediaType.TEXT_HTML);
    }

    private static String best(List<String> headers, String... offered) {
        var ranges = MediaRange.parse(headers).stream()
                .filter(range -> range.specificityFor(ProblemAnswers.MEDIA_TYPE) < MediaRange.EXACT)
                .toList();
        if (ranges.isEmpty()) {
            return offered[0];
        }
        var best = "";
        var bestQuality = 0;
        for (var mediaType : offered) {
            var quality = quality(ranges, mediaType);
            if (quality > bestQuality) {
                best = mediaType;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** Chooses a media type for a request; called once, before the request is answered. */
    public static void negotiate(RoutingContext routing, String... offered) {
        routing.put(CHOSEN, choose(sent(routing), offered));
    }

    /** Takes a media type that the address names, whatever the header says. */
    static void choose(RoutingContext routing, String mediaType) {
        routing.put(CHOSEN, mediaType);
    }

    /** The chosen type, for a request that has reached a resource with a body. */
    public static String chosen(RoutingContext routing) {
        return Objects.requireNonNull(routing.<String>get(CHOSEN), "nothing was negotiated");
    }

    /** Replaces the Accept header for all later code. */
    public static void show(RoutingContext routing, String accept) {
        routing.put(SENT, sent(routing));
        routing.request().headers().set(HttpHeaders.ACCEPT, accept);
    }

    /** The values of the Accept header fields as sent. */
    public static List<String> sent(RoutingContext routing) {
        List<String> kept = routing.get(SENT);
        return kept == null ? List.copyOf(routing.request().headers().getAll(HttpHeaders.ACCEPT)) : kept;
    }

    private static int quality(List<MediaRange> ranges, String mediaType) {
        var mostSpecific = 0;
        var quality = 0;
        for (var range : ranges) {
            var specificity = range.specificityFor(mediaType);
            if (specificity > mostSpecific) {
                mostSpecific = specificity;
                quality = range.thousandths();
            }
        }
        return quality;
    }
}
