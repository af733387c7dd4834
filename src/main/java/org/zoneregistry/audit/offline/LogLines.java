package org.zoneregistry.audit.offline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of several files, one file after the other. Each file may be compressed with gzip. Keeps one line in
 * memory.
 */
final class LogLines implements AutoCloseable {

    /** Longer than any event: a command has at most 1 MiB. */
    static final int LONGEST = 8 << 20;

    private static final int BUFFER = 1 << 18;
    private static final int GZIP = 0x1f8b;

    private final Queue<Source> files = new ArrayDeque<>();
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int end;
    private String name = "";
    private long number;
    private @Nullable InputStream in;

    /** A line, with the bytes before the line feed. */
    static final class Line {

        private final String file;
        private final long number;
        private final byte[] bytes;
        private final boolean ended;

        private Line(String file, long number, byte[] bytes, boolean ended) {
            this.file = file;
            this.number = number;
            this.bytes = bytes;
            this.ended = ended;
        }

        /** The file and the line number, from 1. */
        String where() {
            return file + ", line " + number;
        }

        /** The array itself, which nothing else uses. */
        byte[] bytes() {
            return bytes;
        }

        /** Whether there was a line feed. */
        boolean isEnded() {
            return ended;
        }
    }

    private record Source(String name, Opener opener) {}

    /** Opens a source when it is needed. */
    private interface Opener {
        InputStream open() throws IOException;
    }

    static LogLines of(List<Path> paths) {
        var lines = new LogLines();
        paths.forEach(path -> lines.files.add(new Source(path.toString(), () -> unpacked(Files.newInputStream(path)))));
        return lines;
    }

    static LogLines of(String name, InputStream content) {
        var lines = new LogLines();
        lines.files.add(new Source(name, () -> content));
        return lines;
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file, BUFFER);
        buffered.mark(2);
        int magic = buffered.read() << Byte.SIZE | buffered.read();
        buffered.reset();
        return magic == GZIP ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException, NotProvedException {
        byte[] line = new byte[0];
        while (from < end || fill()) {
            int at = from;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line = joined(line, at);
            boolean ended = at < end;
            from = ended ? at + 1 : at;
            if (ended || (from == end && !refill())) {
                return new Line(name, ++number, line, ended);
            }
        }
        return null;
    }

    private byte[] joined(byte[] before, int to) throws NotProvedException {
        if (before.length + to - from > LONGEST) {
            throw new NotProvedException(Failure.of(
                    name + ", line " + (number + 1),
                    "The line is longer than any event.",
                    "Give an export as GET /v1/audit/export sends it."));
        }
        if (before.length == 0) {
            return Arrays.copyOfRange(buffer, from, to);
        }
        byte[] joined = Arrays.copyOf(before, before.length + to - from);
        System.arraycopy(buffer, from, joined, before.length, to - from);
        return joined;
    }

    /** Reads more of the file, or begins the next one. */
    private boolean fill() throws IOException {
        while (!refill()) {
            close();
            Source source = files.poll();
            if (source == null) {
                return false;
            }
            name = source.name();
            number = 0;
            in = source.opener().open();
        }
        return true;
    }

    /** Reads more of the file. */
    private boolean refill() throws IOException {
        from = 0;
        end = in == null ? 0 : Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
