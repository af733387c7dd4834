package org.zoneregistry.platform.http.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Strong entity tags (RFC 9110, 8.8.3): a hash of the representation's bytes, so that equal tags mean equal bytes, for ever. */
public final class EntityTag {

    private static final int HASH_BYTES = 16;
    private static final Pattern LISTED = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private EntityTag() {}

    /** The tag of a representation. */
    public static String of(byte[] representation) {
        return '"' + hash(representation) + '"';
    }

    /** The tag of a representation of something that has a revision, which {@code If-Match} refers to. */
    public static String of(long revision, byte[] representation) {
        return '"' + Long.toString(revision) + '-' + hash(representation) + '"';
    }

    /** Whether If-None-Match names the tag, by weak comparison (RFC 9110, 13.1.2). */
    static boolean isListed(List<String> ifNoneMatch, String tag) {
        for (var header : ifNoneMatch) {
            if ("*".equals(header.strip())) {
                return true;
            }
            var listed = LISTED.matcher(header);
            while (listed.find()) {
                if (tag.equals(listed.group(1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
