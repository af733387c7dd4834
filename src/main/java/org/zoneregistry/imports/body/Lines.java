package org.zoneregistry.imports.body;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one after the other. Reading blocks: use a virtual thread. */
public interface Lines {

    /** A line with more bytes is refused, because a line is held in memory as a whole. */
    int MOST_BYTES = 65_536;

    /** The columns, in the order of {@link Line#fields()}. */
    List<String> columns();

    /**
     * The next line; null at the end. Blank lines are skipped and {@linkplain #blank() counted}.
     *
     * @throws MalformedFileException if the file can't be read any further
     * @throws IOException if the input fails
     */
    @Nullable
    Line next() throws IOException;

    /** How many blank lines were skipped before the last line that was read. Safe for use by other threads. */
    long blank();
}
