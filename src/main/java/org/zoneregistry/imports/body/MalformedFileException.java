package org.zoneregistry.imports.body;

import java.io.IOException;

/** A file can't be read any further. The message says why, for whoever sent it. */
public final class MalformedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedFileException(String message, long line) {
        super(message);
        this.line = line;
    }

    /** The number of the line that begins where reading ended. */
    public long line() {
        return line;
    }
}
