package org.zoneregistry.log;

/** The database can't store these events, for example because an event's identifier exists already. Don't retry. */
public class AppendRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message and cause come from the database. */
    public AppendRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
