package org.zoneregistry.log;

/**
 * The log accepts no events until an operator has resolved a problem: it contradicts a signed checkpoint, or lacks
 * events that were seen. A command that failed with this has appended nothing. Don't retry.
 */
public class LogHaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogHaltedException(Throwable cause) {
        super("the log is halted: " + cause.getMessage(), cause);
    }

    public LogHaltedException(LostEvent lost) {
        super(lost.sentence());
    }
}
