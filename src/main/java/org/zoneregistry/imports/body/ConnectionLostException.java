package org.zoneregistry.imports.body;

import java.io.IOException;

/** The client went away before the end of the file. */
public final class ConnectionLostException extends IOException {

    private static final long serialVersionUID = 1L;

    ConnectionLostException(Throwable cause) {
        super("The connection was lost before the end of the file.", cause);
    }
}
