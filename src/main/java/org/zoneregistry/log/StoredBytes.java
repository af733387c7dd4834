package org.zoneregistry.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable sequence of bytes as stored: one event in RFC 8785 canonical JSON, UTF-8. Equal by content. */
public final class StoredBytes {

    private final byte[] bytes;

    private StoredBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the array. */
    public static StoredBytes of(byte[] bytes) {
        return new StoredBytes(bytes.clone());
    }

    /** Uses the array itself; the caller must not use it any more. */
    static StoredBytes adopt(byte[] bytes) {
        return new StoredBytes(bytes);
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** How many bytes. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes as text. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
