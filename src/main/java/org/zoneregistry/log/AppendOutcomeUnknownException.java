package org.zoneregistry.log;

/**
 * The connection was lost during the commit of an append, and the database could not report the outcome in time. The
 * events may be in the log or not. Call {@link EventLog#findById} when the database is up and runs no append of these
 * events any more: if it does not find them, they will never be in the log.
 */
public class AppendOutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AppendOutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
