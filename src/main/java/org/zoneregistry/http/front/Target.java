package org.zoneregistry.http.front;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.TextRules;

/**
 * The only accepted spelling of a request target. A proxy, for example, can guard an address by its text: then no other
 * spelling may reach the same resource.
 *
 * <p>A path begins with a slash and has no empty segment, no dot segment and no matrix parameter. It is percent-encoded
 * where RFC 3986 requires it. Letters, digits and {@code -._~} are never encoded, and hexadecimal digits are capital.
 * The encoded text is UTF-8 and obeys {@link TextRules}. A query has the characters of a URI, including brackets, but
 * no semicolon, and its encoded text is UTF-8.
 */
public final class Target {

    private static final String UNRESERVED = "-._~";
    private static final String IN_SEGMENTS = UNRESERVED + "!$&'()*+,=:@";

    private static final String NOT_IN_QUERIES = "\"#<>\\^`{|}";

    private Target() {}

    /** The broken rule of the path of a request target; empty if there is none. */
    public static Optional<String> brokenPath(String target) {
        if (!target.startsWith("/")) {
            return Optional.of("a path begins with a slash");
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.equals("/")) {
            return Optional.empty();
        }
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("a path has no empty segments and no dot segments");
            }
            Optional<String> broken = brokenSegment(segment);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** The broken rule of the query of a request target; empty if there is none. */
    static Optional<String> brokenQuery(String target) {
        int query = target.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        String text = target.substring(query + 1);
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7F && NOT_IN_QUERIES.indexOf(c) < 0)) {
            return Optional.of("must be percent-encoded where it has characters that a URI does not allow");
        }
        if (text.indexOf(';') >= 0) {
            return Optional.of("must have %3B for a semicolon, which some read as a separator of parameters");
        }
        return decoded(text) == null ? Optional.of("must be percent-encoded UTF-8") : Optional.empty();
    }

    private static Optional<String> brokenSegment(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                if (!isEscape(segment, i)) {
                    return Optional.of("a percent sign is followed by two hexadecimal digits");
                }
                if (!isNeeded(segment, i)) {
                    return Optional.of(
                            "letters, digits and -._ are not percent-encoded, and percent-encoding uses capital"
                                    + " letters");
                }
                i += 2;
            } else if (!isLetterOrDigit(c) && IN_SEGMENTS.indexOf(c) < 0) {
                return Optional.of("a path has a character that needs to be percent-encoded");
            }
        }
        String text = decoded(segment);
        if (text == null) {
            return Optional.of("the encoded text of a path is UTF-8");
        }
        return TextRules.broken(text).map(broken -> "a segment of a path " + broken);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static boolean isNeeded(String text, int at) {
        String digits = text.substring(at + 1, at + 3);
        char encoded = (char) HexFormat.fromHexDigits(digits);
        // encoders older than RFC 3986 encode the tilde
        return digits.chars().noneMatch(c -> c >= 'a')
                && !isLetterOrDigit(encoded)
                && (encoded == '~' || UNRESERVED.indexOf(encoded) < 0);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The text with its percent-encoded ASCII decoded; null if it is not UTF-8. */
    private static @Nullable String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.put((byte) text.charAt(i));
            } else if (isEscape(text, i)) {
                bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                return null;
            }
        }
        try {
            CharBuffer characters = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return characters.toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
