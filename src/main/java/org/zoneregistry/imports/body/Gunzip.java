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
 * Unpacks a file of gzip (RFC 1952): one part or several, with or without zero bytes between and behind them. Every
 * other byte belongs to a part, else reading fails with {@link ZipException}, and so do data that are damaged or end
 * too early. (The JDK's own reader takes a damaged header of a later part for the end of the file.) A lost connection
 * stays what it is.
 *
 * <p>Nothing of a part that unpacks to at most {@value #MOST_HELD} bytes is given out before its checksum was found to
 * be right. Of a longer part everything is given out as it comes, since the whole can't be held.
 *
 * <p>A few bytes of deflate can stand for a thousand times as many. So there are limits:
 * {@link UnfoldsTooFarException}.
 */
final class Gunzip extends InputStream {

    /** A part of so many bytes is given out when it has proved to be right. */
    static final int MOST_HELD = 1 << 20;

    /** So many times its size may a file unfold to. Lines of entries come to 10 to 40 times. */
    static final int MOST_TIMES = 100;

    /** And so many bytes more, which small files need. */
    private static final long SLACK = 65_536;

    /** No file unfolds to more bytes than that. */
    private static final long MOST = 16L << 30;

    private static final int BUFFER = 65_536;

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    /** The file unfolds too far. */
    static final class UnfoldsTooFarException extends IOException {

        private static final long serialVersionUID = 1L;

        UnfoldsTooFarException() {
            super("The file unfolds to more than " + MOST_TIMES + " times its size, or to more than " + (MOST >> 30)
                    + " GiB. Send it as it is, without Content-Encoding, or in parts.");
        }
    }

    private final InputStream file;
    private final byte[] input = new byte[BUFFER];
    private int inputAt;
    private int inputEnd;
    private long folded;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 headerCrc = new CRC32();
    private final CRC32 crc = new CRC32();
    private int part;
    private boolean inPart;
    private boolean isPartHeld;
    private long unfolded;

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
     * Unpacks more; false at the end of the file. What was unpacked of a part that turns out to be damaged is dropped.
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
            unfold();
            return true;
        } catch (IOException failure) {
            over = failure;
            outputEnd = 0;
            inflater.end();
            throw failure;
        }
    }

    /** Up to the end of the part, or until there is so much that it can't be held. */
    @SuppressWarnings("ThreadPriorityCheck") // virtual threads share few processors, and none is taken from them
    private void unfold() throws IOException {
        Thread.yield(); // a reader that never waits would keep a processor from all others
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
            unfolded += more;
            if (unfolded > MOST || unfolded > SLACK + MOST_TIMES * folded) {
                over = new UnfoldsTooFarException(); // what there is by then is given out before
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

    /** Reads a header; false where there is none, because the file has ended. */
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

    /** A byte of a header. */
    private int header() throws IOException {
        int next = given("the header ends too early");
        headerCrc.update(next);
        return next;
    }

    /** A number of so many bytes, the least significant first. */
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
        folded += inputEnd;
        return inputEnd > 0;
    }

    private ZipException damaged(String what) {
        return new ZipException("part " + Math.max(1, part) + ", at byte " + (folded - inputEnd + inputAt) + ": " + what
                + (inPart && !isPartHeld
                        ? "; the part is too long to be checked before its lines are decided, so those that are"
                                + " recorded may differ from the file"
                        : ""));
    }
}
