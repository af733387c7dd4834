package org.zoneregistry.imports;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.zoneregistry.imports.job.Mark;

/** Counts and digests the bytes that are read. One thread reads; others may ask for the {@linkplain #mark() mark}. */
final class MarkedFile extends InputStream {

    private static final int BUFFER = 65_536;

    private final InputStream file;
    private final MessageDigest digest;
    private long read;

    /** @param file its bytes without compression */
    MarkedFile(InputStream file, String mediaType) {
        this.file = file;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
        digest.update((mediaType + '\n').getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int more = file.read(bytes, offset, length);
        if (more > 0) {
            add(bytes, offset, more);
        }
        return more;
    }

    private synchronized void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        read += length;
    }

    /** The bytes read so far, as a number and a digest. */
    synchronized Mark mark() {
        try {
            var copy = (MessageDigest) digest.clone();
            return new Mark(read, Buffer.buffer(copy.digest()));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads until that many bytes have been read in all; false if the file ends before. */
    boolean readTo(long bytes) throws IOException {
        byte[] passed = new byte[BUFFER];
        while (mark().bytes() < bytes) {
            if (read(passed, 0, (int) Math.min(BUFFER, bytes - mark().bytes())) < 0) {
                return false;
            }
        }
        return true;
    }
}
