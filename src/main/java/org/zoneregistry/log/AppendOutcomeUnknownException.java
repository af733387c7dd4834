package org.zoneregistry.log;

/**
 * The connection was lost while an append was being committed, and the database could not be asked in time what became
 * of it. The events may be in the log, or may not; they will not come to be in it after {@link EventLog#findById} has
 * once not found them on a database that is up and has no append of theirs still running.
 */
public class AppendOutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the failure that left the outcome open. */
    public AppendOutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
