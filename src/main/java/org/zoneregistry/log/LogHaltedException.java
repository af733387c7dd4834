package org.zoneregistry.log;

/**
 * Nothing is appended to this log any more until an operator has seen to it: it was found to contradict what was signed
 * or seen of it. Nothing was appended by a command that failed with this. Don't retry.
 */
public class LogHaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public LogHaltedException(Throwable cause) {
        super("the log is halted: " + cause.getMessage(), cause);
    }

    /** With what is missing. */
    public LogHaltedException(LostEvent lost) {
        super(lost.sentence());
    }
}
