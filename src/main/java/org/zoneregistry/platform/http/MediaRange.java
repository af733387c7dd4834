package org.zoneregistry.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One element of an Accept header (RFC 9110, 12.5.1).
 *
 * @param type in lower case, or an asterisk
 * @param subtype in lower case, or an asterisk
 * @param quality 0 (not acceptable) to 1
 */
record MediaRange(String type, String subtype, double quality) {

    /** How well a media type fits the range: 0 not at all, 3 exactly. */
    int specificityFor(String mediaType) {
        if ("*".equals(type)) {
            return 1;
        }
        if ("*".equals(subtype)) {
            return mediaType.startsWith(type + "/") ? 2 : 0;
        }
        return mediaType.equals(type + "/" + subtype) ? 3 : 0;
    }

    /** The ranges of the header; what can't be read is left out. */
    static List<MediaRange> parse(List<String> headers) {
        var ranges = new ArrayList<MediaRange>();
        for (var header : headers) {
            for (var element : header.split(",", -1)) {
                range(element.strip().toLowerCase(Locale.ROOT)).ifPresent(ranges::add);
            }
        }
        return ranges;
    }

    private static Optional<MediaRange> range(String element) {
        var parts = element.split(";", -1);
        var names = parts[0].strip().split("/", -1);
        if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) {
            return Optional.empty();
        }
        var quality = 1.0;
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    quality = Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new MediaRange(names[0], names[1], quality));
    }
}
