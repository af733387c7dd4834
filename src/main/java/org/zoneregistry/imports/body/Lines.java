package org.zoneregistry.imports.body;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one after the other. Reading blocks, so it belongs on a virtual thread. */
public interface Lines {

    /** More bytes than that are no line: it would have to be held as a whole. */
    int MOST_BYTES = 65_536;

    /** The columns, in the order of {@link Line#fields()}. */
    List<String> columns();

    /**
     * The next line; null at the end. Blank lines are passed over, and {@linkplain #blank() counted}.
     *
     * @throws MalformedFileException where the file can't be read any further
     * @throws IOException where the bytes stop coming
     */
    @Nullable
    Line next() throws IOException;

    /** How many blank lines were passed over before the last line that was read. Safe for use by other threads. */
    long blank();
}
