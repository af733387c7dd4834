package org.zoneregistry.platform.http;

import java.util.Arrays;
import java.util.List;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/** Content negotiation by the Accept header (RFC 9110, 12.5.1). */
public final class Accept {

    private Accept() {}

    /**
     * The offered media type that the client likes best; of equally liked ones the first that is offered. Without an Accept header,
     * that is the first.
     *
     * @param headers the values of the Accept header fields
     * @param offered media types in lower case without parameters, at least one
     * @throws ProblemException {@code not-acceptable} if the client likes none of them
     */
    public static String choose(List<String> headers, String... offered) {
        var ranges = MediaRange.parse(headers);
        if (headers.stream().allMatch(String::isBlank)) {
            return offered[0];
        }
        var best = "";
        var bestQuality = 0.0;
        for (var mediaType : offered) {
            var quality = quality(ranges, mediaType);
            if (quality > bestQuality) {
                best = mediaType;
                bestQuality = quality;
            }
        }
        if (best.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_ACCEPTABLE,
                    "This resource is to be had as " + String.join(", ", Arrays.asList(offered)) + ".");
        }
        return best;
    }

    private static double quality(List<MediaRange> ranges, String mediaType) {
        var mostSpecific = 0;
        var quality = 0.0;
        for (var range : ranges) {
            var specificity = range.specificityFor(mediaType);
            if (specificity > mostSpecific) {
                mostSpecific = specificity;
                quality = range.quality();
            }
        }
        return quality;
    }
}
