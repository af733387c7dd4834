package org.zoneregistry.commands.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The If-Match header (RFC 9110, 13.1.1) with the tags of {@link org.zoneregistry.http.EntityTag}. Only the revision in
 * a tag is used.
 *
 * @param position the requested revision; {@link #NONE} if no revision can match; null if any matches ({@code *})
 */
public record IfMatch(@Nullable Long position) {

    /** No zone is ever at this revision. */
    public static final long NONE = -1;

    private static final String ENTITY_TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";

    /** A list, in which empty elements are ignored (RFC 9110, 5.6.1.2). */
    private static final Pattern HEADER =
            Pattern.compile("[\\s,]*+" + ENTITY_TAG + "(?:\\s*+,[\\s,]*+" + ENTITY_TAG + ")*+[\\s,]*+");

    private static final Pattern REVISION = Pattern.compile("\"([0-9]{1,18})-[0-9a-f]+(?:[-;]+[a-z]+)?\"");

    /**
     * Reads the header. Tags of other things match nothing. A tag that a proxy has made weak by compression matches
     * too: the revision doesn't depend on how a representation was sent. Of several revisions the latest is used: a
     * zone never goes back to an earlier one.
     *
     * @throws IllegalArgumentException if the header is malformed
     */
    static IfMatch expectedPosition(String header) {
        if ("*".equals(header)) {
            return new IfMatch(null);
        }
        if (!HEADER.matcher(header).matches()) {
            throw new IllegalArgumentException("must be * or a list of entity tags in quotes");
        }
        var latest = NONE;
        for (var tags = REVISION.matcher(header); tags.find(); ) {
            latest = Math.max(latest, Long.parseLong(tags.group(1)));
        }
        return new IfMatch(latest);
    }
}
