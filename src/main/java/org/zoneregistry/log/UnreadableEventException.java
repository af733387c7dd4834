package org.zoneregistry.log;

/** An event in the log is of a type or a version that this program can't read. {@link EventLog} still serves it. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With where the event is and what it says that it is. */
    public UnreadableEventException(long position, String type, int version, String why) {
        super("position " + position + ", type " + type + ", version " + version + ": " + why);
    }

    /** With what the payload's reader found wrong. */
    public UnreadableEventException(long position, String type, int version, Throwable cause) {
        super("position " + position + ", type " + type + ", version " + version + ": " + cause.getMessage(), cause);
    }
}
