package org.zoneregistry.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemAnswers;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Content negotiation by the Accept header (RFC 9110, 12.5.1), the same for every operation. What a resource offers is
 * what its {@code @Produces} says, the first of equally liked ones is taken, and {@link #chosen} tells which it is.
 * quarkus-rest itself always gets to see a client that accepts anything.
 */
public final class Accept {

    private static final String SENT = Accept.class.getName() + ".sent";
    private static final String CHOSEN = Accept.class.getName() + ".chosen";

    private Accept() {}

    /**
     * The offered media type that the client likes best; of equally liked ones the first that is offered. That is also
     * the one for a client that has no Accept header, an empty one, or one without a single element that can be read.
     * Parameters of media types are not compared.
     *
     * <p>A problem is no form of what is asked for, and is sent whatever the client accepts. So what the header says of
     * {@code application/problem+json} counts for nothing: a client that names only this, as generated ones do where a
     * resource is not JSON, is one without the header.
     *
     * @param headers the values of the Accept header fields
     * @param offered media types in lower case without parameters, at least one
     * @throws ProblemException {@code not-acceptable} if the client likes none of them
     */
    public static String choose(List<String> headers, String... offered) {
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
        if (best.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_ACCEPTABLE, "This resource is to be had as " + String.join(", ", offered) + ".");
        }
        return best;
    }

    /** Chooses what is offered for a request; once, before it is answered. */
    public static void negotiate(RoutingContext routing, String... offered) {
        routing.put(CHOSEN, choose(sent(routing), offered));
    }

    /** What was chosen for a request that has reached a resource with a body to offer. */
    public static String chosen(RoutingContext routing) {
        return Objects.requireNonNull(routing.<String>get(CHOSEN), "nothing was negotiated");
    }

    /** Lets everything that comes after see another Accept header than the one that was sent. */
    public static void show(RoutingContext routing, String accept) {
        routing.put(SENT, sent(routing));
        routing.request().headers().set(HttpHeaders.ACCEPT, accept);
    }

    /** The values of the Accept header fields as they were sent. */
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
