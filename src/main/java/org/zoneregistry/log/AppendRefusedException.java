package org.zoneregistry.log;

/** The database can't store these events as they are, an event's identifier that is there already, say. Don't retry. */
public class AppendRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public AppendRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
