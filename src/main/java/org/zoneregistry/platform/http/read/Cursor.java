package org.zoneregistry.platform.http.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a list goes on. Opaque to clients. It pins the point in time, so that all pages are of one registry, and the question, so that it is
 * no answer to another one. A checksum finds out damage; it is no secret, since whatever a forged cursor can say can be asked for openly.
 *
 * @param position the prefix that the first page was computed from
 * @param validAt the day that the first page was computed for
 * @param question the fingerprint of path and parameters
 * @param after the key of the last row that was given
 */
record Cursor(long position, LocalDate validAt, long question, List<String> after) {

    private static final int VERSION = 1;
    private static final int MOST_KEY_PARTS = 8;

    /** The fingerprint of a question: the path and every parameter but {@code cursor} and {@code limit}, in any order. */
    static long question(String path, List<String> parameters) {
        var sorted = new TreeSet<String>();
        for (var parameter : parameters) {
            if (!parameter.startsWith("cursor=") && !parameter.startsWith("limit=")) {
                sorted.add(parameter);
            }
        }
        return checksum((path + "\n" + String.join("\n", sorted)).getBytes(StandardCharsets.UTF_8));
    }

    String encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(position);
            out.writeLong(validAt.toEpochDay());
            out.writeLong(question);
            out.writeByte(after.size());
            for (var part : after) {
                out.writeUTF(part);
            }
            out.writeLong(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException if the text is no cursor, or a damaged one */
    static Cursor decoded(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var content = Arrays.copyOf(bytes, Math.max(0, bytes.length - Long.BYTES));
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                var version = in.readByte();
                var position = in.readLong();
                var validAt = LocalDate.ofEpochDay(in.readLong());
                var question = in.readLong();
                var after = new ArrayList<String>();
                for (var parts = Math.min(in.readUnsignedByte(), MOST_KEY_PARTS); parts > 0; parts--) {
                    after.add(in.readUTF());
                }
                if (version == VERSION && in.readLong() == checksum(content) && in.read() < 0 && position >= 0) {
                    return new Cursor(position, validAt, question, List.copyOf(after));
                }
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("is not a cursor of this registry; take it from a Link header", e);
        }
        throw new IllegalArgumentException("is not a cursor of this registry; take it from a Link header");
    }

    private static long checksum(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return java.nio.ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
