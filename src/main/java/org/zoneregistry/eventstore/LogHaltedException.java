package org.zoneregistry.eventstore;

/**
 * Nothing is appended to this log any more, by any node, until an operator has seen to it: it was found to contradict what
 * was signed of it. Nothing was appended by a command that failed with this. Don't retry.
 */
public class LogHaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public LogHaltedException(Throwable cause) {
        super("the log is halted: " + cause.getMessage(), cause);
    }
}
