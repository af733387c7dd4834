package org.zoneregistry.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Strong entity tags (RFC 9110, 8.8.3): a hash of the representation's bytes, so equal tags always mean equal bytes. A
 * compressed representation has its own tag. Compression, here or at a proxy, can make a tag weak or append the name of
 * the coding. The comparison ignores both.
 */
public final class EntityTag {

    private static final int HASH_BYTES = 16;
    private static final Pattern LISTED = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    /** The suffixes that Apache, Jetty and others append. {@link #of} never returns such a tag. */
    private static final Pattern CODING = Pattern.compile("(?:-|--|;)(?:gzip|br|zstd|deflate)$");

    private EntityTag() {}

    /** The tag of a representation. */
    public static String of(byte[] representation) {
        return '"' + hash(representation) + '"';
    }

    /** The tag of a representation of something with a revision, for {@code If-Match}. */
    public static String of(long revision, byte[] representation) {
        return '"' + Long.toString(revision) + '-' + hash(representation) + '"';
    }

    /** The tag of the same representation, compressed by gzip. */
    static String compressed(String tag) {
        return tag.substring(0, tag.length() - 1) + "-gzip\"";
    }

    /**
     * The tag for a 304, if If-None-Match has the tag of a representation, by weak comparison (RFC 9110, 13.1.2). If
     * the client has the compressed representation, it is the tag of that one.
     */
    public static Optional<String> listed(List<String> ifNoneMatch, String tag) {
        for (var header : ifNoneMatch) {
            if ("*".equals(header.strip())) {
                return Optional.of(tag);
            }
            var listed = LISTED.matcher(header);
            while (listed.find()) {
                if (tag.equals('"' + CODING.matcher(listed.group(1)).replaceFirst("") + '"')) {
                    boolean isCompressed = compressed(tag).equals('"' + listed.group(1) + '"');
                    return Optional.of(isCompressed ? compressed(tag) : tag);
                }
            }
        }
        return Optional.empty();
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
