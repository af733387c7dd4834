package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses a gzip file (RFC 1952) of one or several parts, with or without zero bytes between and after them. Every
 * other byte must belong to a part; otherwise reading fails with {@link ZipException}, also if data are damaged or end
 * too early. (The JDK's own reader takes a damaged header of a later part for the end of the file.) An
 * {@link IOException} of the input is passed on unchanged.
 *
 * <p>A part that unpacks to at most {@value #MOST_HELD} bytes is given out after its checksum was verified. A longer
 * part is too large to hold, so its bytes are given out as they come.
 *
 * <p>A few bytes of deflate can stand for a thousand times as many. So there are limits:
 * {@link UnpacksTooFarException}.
 */
final class Gunzip extends InputStream {

    /** A part of at most that many bytes is given out after its checksum was verified. */
    static final int MOST_HELD = 1 << 20;

    /** How many times its size a file may unpack to. Lines of entries come to 10 to 40 times. */
    static final int MOST_TIMES = 100;

    /** How many bytes more it may unpack to; small files need them. */
    private static final long SLACK = 65_536;

    /** How many bytes a file may unpack to at most. */
    private static final long MOST = 16L << 30;

    private static final int BUFFER = 65_536;

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    /** The file unpacks to too many bytes. */
    static final class UnpacksTooFarException extends IOException {

        private static final long serialVersionUID = 1L;

        UnpacksTooFarException() {
            super("The file unpacks to more than " + MOST_TIMES + " times its size, or to more than " + (MOST >> 30)
                    + " GiB. Send it as it is, without Content-Encoding, or in parts.");
        }
    }

    private final InputStream file;
    private final byte[] input = new byte[BUFFER];
    private int inputAt;
    private int inputEnd;
    private long packed;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 headerCrc = new CRC32();
    private final CRC32 crc = new CRC32();
    private int part;
    private boolean inPart;
    private boolean isPartHeld;
    private long unpacked;

    private byte[] output = new byte[BUFFER];
    private int outputAt;
    private int outputEnd;
    private @Nullable IOException over;

    Gunzip(InputStream file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        while (outputAt == outputEnd && length > 0) {
            if (!advance()) {
                return -1;
            }
        }
        int read = Math.min(length, outputEnd - outputAt);
        System.arraycopy(output, outputAt, bytes, offset, read);
        outputAt += read;
        return read;
    }

    /**
     * Unpacks more; false at the end of the file. Bytes of a part that turns out to be damaged are dropped, if they are
     * still held.
     */
    private boolean advance() throws IOException {
        if (over != null) {
            throw over;
        }
        outputAt = 0;
        outputEnd = 0;
        try {
            if (!inPart && !beginPart()) {
                inflater.end();
                return false;
            }
            unpackPart();
            return true;
        } catch (IOException failure) {
            over = failure;
            outputEnd = 0;
            inflater.end();
            throw failure;
        }
    }

    /** Unpacks up to the end of the part, or until the part is too large to hold. */
    @SuppressWarnings("ThreadPriorityCheck") // virtual threads share few processors, and are not interrupted
    private void unpackPart() throws IOException {
        Thread.yield(); // without it, a reader that never waits would keep a processor from all others
        while (!inflater.finished()) {
            if (outputEnd == output.length) {
                if (output.length == MOST_HELD) {
                    isPartHeld = false;
                    return;
                }
                output = Arrays.copyOf(output, Math.min(MOST_HELD, 2 * output.length));
            }
            int more = inflate();
            crc.update(output, outputEnd, more);
            outputEnd += more;
            unpacked += more;
            if (unpacked > MOST || unpacked > SLACK + MOST_TIMES * packed) {
                over = new UnpacksTooFarException(); // bytes that were unpacked by then are given out before
                return;
            }
        }
        inputAt = inputEnd - inflater.getRemaining();
        endPart();
    }

    private int inflate() throws IOException {
        if (inflater.needsInput()) {
            if (!load()) {
                throw damaged("the data end too early");
            }
            inflater.setInput(input, 0, inputEnd);
            inputAt = inputEnd;
        }
        try {
            int more = inflater.inflate(output, outputEnd, output.length - outputEnd);
            if (inflater.needsDictionary()) {
                throw damaged("the data need a dictionary");
            }
            return more;
        } catch (DataFormatException noDeflate) {
            inputAt = inputEnd - inflater.getRemaining();
            throw damaged("the data are damaged");
        }
    }

    /** Reads a header; false at the end of the file. */
    private boolean beginPart() throws IOException {
        int first = next();
        while (first == 0 && part > 0) {
            first = next();
        }
        if (first < 0 && part > 0) {
            return false;
        }
        part++;
        headerCrc.reset();
        headerCrc.update(Math.max(0, first));
        if (first != 0x1F || header() != 0x8B) {
            throw damaged(
                    part == 1 ? "it does not begin as gzip does" : "neither a part of gzip nor zero bytes follow here");
        }
        if (header() != DEFLATE) {
            throw damaged("the method of compression is not known");
        }
        int flags = header();
        if ((flags & RESERVED) != 0) {
            throw damaged("the header has unknown flags");
        }
        skip(6); // time, level, system
        if ((flags & EXTRA) != 0) {
            skip(header() | (header() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            long expected = headerCrc.getValue() & 0xFFFF;
            if (number(2) != expected) {
                throw damaged("the checksum of the header is wrong");
            }
        }
        crc.reset();
        inflater.reset();
        inflater.setInput(input, inputAt, inputEnd - inputAt);
        inPart = true;
        isPartHeld = true;
        return true;
    }

    private void endPart() throws IOException {
        if (number(4) != crc.getValue()) {
            throw damaged("the checksum is wrong");
        }
        if (number(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged("the length is wrong");
        }
        inPart = false;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            header();
        }
    }

    private void skipText() throws IOException {
        int next = header();
        while (next != 0) {
            next = header();
        }
    }

    private int header() throws IOException {
        int next = given("the header ends too early");
        headerCrc.update(next);
        return next;
    }

    /** A number of that many bytes, the least significant byte first. */
    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) given("the checksum ends too early") << (8 * i);
        }
        return number;
    }

    private int given(String otherwise) throws IOException {
        int next = next();
        if (next < 0) {
            throw damaged(otherwise);
        }
        return next;
    }

    private int next() throws IOException {
        return inputAt < inputEnd || load() ? input[inputAt++] & 0xFF : -1;
    }

    private boolean load() throws IOException {
        int read = file.read(input, 0, input.length);
        inputAt = 0;
        inputEnd = Math.max(0, read);
        packed += inputEnd;
        return inputEnd > 0;
    }

    private ZipException damaged(String what) {
        return new ZipException("part " + Math.max(1, part) + ", at byte " + (packed - inputEnd + inputAt) + ": " + what
                + (inPart && !isPartHeld
                        ? "; the part is too long to be checked before its lines are decided, so those that are"
                                + " recorded may differ from the file"
                        : ""));
    }
}
