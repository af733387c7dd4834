package org.zoneregistry.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash in the tree (RFC 9162, section 2.1.1). Equal by content. */
public final class Hash {

    /** How many bytes it has. */
    public static final int BYTES = 32;

    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a leaf: {@code SHA-256(0x00 ‖ content)}. */
    public static Hash ofLeaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        digest.update(content);
        return new Hash(digest.digest());
    }

    /** The hash of an inner node: {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /**
     * Reads a hash from bytes.
     *
     * @param offset where in the bytes
     * @throws IndexOutOfBoundsException if there are fewer than {@value #BYTES}
     */
    public static Hash read(byte[] from, int offset) {
        if (offset < 0 || offset + BYTES > from.length) {
            throw new IndexOutOfBoundsException("No hash at " + offset + " of " + from.length + " bytes.");
        }
        return new Hash(Arrays.copyOfRange(from, offset, offset + BYTES));
    }

    /**
     * Reads the hexadecimal form.
     *
     * @throws IllegalArgumentException if it isn't one of a hash
     */
    public static Hash parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "A hash has " + 2 * BYTES + " hexadecimal digits, not " + hex.length() + ".");
        }
        return new Hash(bytes);
    }

    /** Writes it at an offset. */
    void write(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, BYTES);
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
