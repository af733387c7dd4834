package org.zoneregistry.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One element of an Accept header (RFC 9110, 12.5.1).
 *
 * @param type in lower case, or an asterisk
 * @param subtype in lower case, or an asterisk
 * @param thousandths the quality, from 0 (not acceptable) to 1,000
 */
record MediaRange(String type, String subtype, int thousandths) {

    /** The value of {@link #specificityFor} for the media type itself. */
    static final int EXACT = 3;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]++";

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern RANGE = Pattern.compile("(?<type>" + TOKEN + ")/(?<subtype>" + TOKEN
            + ")(?<parameters>(?:[ \t]*+;[ \t]*+(?:" + TOKEN + "(?:=(?:" + TOKEN + "|" + QUOTED + "))?+)?+)*+)");

    private static final Pattern WEIGHT = Pattern.compile(";[ \t]*+q=(?<value>[^; \t]*+)");

    private static final Pattern VALUE = Pattern.compile("0(?:[.][0-9]{0,3})?|1(?:[.]0{0,3})?");

    /** How well a media type fits the range: 0 not at all, {@link #EXACT} exactly. */
    int specificityFor(String mediaType) {
        if ("*".equals(type)) {
            return 1;
        }
        if ("*".equals(subtype)) {
            return mediaType.startsWith(type + "/") ? 2 : 0;
        }
        return mediaType.equals(type + "/" + subtype) ? EXACT : 0;
    }

    /** The ranges of the header, without unreadable ones. */
    static List<MediaRange> parse(List<String> headers) {
        var ranges = new ArrayList<MediaRange>();
        for (var header : headers) {
            for (var element : elements(header)) {
                range(element.strip().toLowerCase(Locale.ROOT)).ifPresent(ranges::add);
            }
        }
        return ranges;
    }

    /** A comma within quotes is not a separator. In linear time, whatever the header: it is read on an event loop. */
    private static List<String> elements(String header) {
        var elements = new ArrayList<String>();
        var isQuoted = false;
        var begin = 0;
        for (var i = 0; i < header.length(); i++) {
            var c = header.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == ',' && !isQuoted) {
                elements.add(header.substring(begin, i));
                begin = i + 1;
            }
        }
        elements.add(header.substring(begin));
        return elements;
    }

    private static Optional<MediaRange> range(String element) {
        var range = RANGE.matcher(element);
        if (!range.matches() || ("*".equals(range.group("type")) && !"*".equals(range.group("subtype")))) {
            return Optional.empty();
        }
        var weight = WEIGHT.matcher(range.group("parameters").replaceAll(QUOTED, "quoted"));
        var thousandths = 1_000;
        if (weight.find()) {
            var value = weight.group("value");
            if (!VALUE.matcher(value).matches()) {
                return Optional.empty();
            }
            thousandths = value.startsWith("1")
                    ? 1_000
                    : Integer.parseInt((value + "0000").replace(".", "").substring(1, 4));
        }
        return Optional.of(new MediaRange(range.group("type"), range.group("subtype"), thousandths));
    }
}
