package org.zoneregistry.asof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The place where the next page of a list begins. It fixes the point in time, so that all pages show the same state. It
 * also fixes the question, so that it can't be used for another one. Clients get it {@linkplain CursorSeal sealed}.
 *
 * @param position the prefix of the first page; 0 if the list has no prefix
 * @param validAt the day of the first page; the epoch if the list has no day
 * @param question the fingerprint of path and parameters
 * @param after the key of the last row of the previous page
 */
record Cursor(long position, LocalDate validAt, long question, List<String> after) {

    private static final int VERSION = 2;

    Cursor {
        after = List.copyOf(after);
    }

    /**
     * The fingerprint of a question: the path and all parameters except {@code cursor} and {@code limit}, in any order.
     */
    static long question(String path, List<String> parameters) {
        var sorted = new TreeSet<String>();
        for (var parameter : parameters) {
            if (!parameter.startsWith("cursor=") && !parameter.startsWith("limit=")) {
                sorted.add(parameter);
            }
        }
        return hash((path + "\n" + String.join("\n", sorted)).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the result of {@link #bytes}.
     *
     * @throws IllegalArgumentException if another version of the program wrote it
     */
    static Cursor of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException(
                        "was made by another version of this program; begin with the first" + " page");
            }
            var position = in.readLong();
            var validAt = LocalDate.ofEpochDay(in.readLong());
            var question = in.readLong();
            var after = new ArrayList<String>();
            for (var parts = in.readUnsignedByte(); parts > 0; parts--) {
                after.add(in.readUTF());
            }
            return new Cursor(position, validAt, question, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
