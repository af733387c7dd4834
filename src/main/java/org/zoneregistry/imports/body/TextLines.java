package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Splits a file into lines before their content is parsed. A line ends with LF, CR LF, or the end of the file. So the
 * content of a line can't end or renumber other lines. Lines of blanks and tabs alone are skipped.
 */
final class TextLines {

    private static final int BUFFER = 65_536;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /** Has room for one byte more than a line may have, and its CR. */
    private byte[] line = new byte[256];

    private int kept;
    private long length;
    private long number;
    private final AtomicLong blank = new AtomicLong();

    TextLines(InputStream file) {
        this.file = file;
    }

    /**
     * Goes to the next line that is not blank; false at the end.
     *
     * @throws MalformedFileException if the file can't be read any further
     * @throws IOException if the input fails; an unfinished line is dropped
     */
    boolean next() throws IOException {
        long passed = 0;
        try {
            while (read()) {
                number++;
                if (!isBlank()) {
                    return true;
                }
                passed++;
            }
            return false;
        } catch (IOException unreadable) {
            throw MalformedFileException.of(unreadable, number + 1);
        } finally {
            blank.addAndGet(passed);
        }
    }

    /** The number of the line, from 1; blank lines count. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return length > Lines.MOST_BYTES;
    }

    /** The bytes without the line end; only the beginning if the line is too long. */
    byte[] bytes() {
        return Arrays.copyOf(line, (int) Math.min(length, Lines.MOST_BYTES));
    }

    /** How many blank lines were skipped. Safe for use by other threads. */
    long blank() {
        return blank.get();
    }

    private boolean read() throws IOException {
        kept = 0;
        length = 0;
        while (at < end || load()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(from, at - from);
            if (at < end) {
                at++;
                endLine();
                return true;
            }
        }
        boolean any = length > 0;
        endLine();
        return any;
    }

    private void endLine() {
        if (length > 0 && length == kept && line[kept - 1] == '\r') {
            length--;
        }
    }

    private void keep(int from, int count) {
        int more = Math.min(count, Lines.MOST_BYTES + 1 - kept);
        if (kept + more > line.length) {
            line = Arrays.copyOf(line, Math.min(Lines.MOST_BYTES + 1, Math.max(kept + more, 2 * line.length)));
        }
        System.arraycopy(buffer, from, line, kept, more);
        kept += more;
        length += count;
    }

    private boolean load() throws IOException {
        at = 0;
        end = Math.max(0, file.read(buffer, 0, BUFFER));
        return end > 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < kept; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return length <= Lines.MOST_BYTES;
    }
}
