package org.zoneregistry.log;

/** This program can't read the type or the version of an event in the log. {@link EventLog} still returns the event. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says where the event is, and its type and version. */
    public UnreadableEventException(long position, String type, int version, String why) {
        super("position " + position + ", type " + type + ", version " + version + ": " + why);
    }

    /** The cause is the failure of the payload's reader. */
    public UnreadableEventException(long position, String type, int version, Throwable cause) {
        super("position " + position + ", type " + type + ", version " + version + ": " + cause.getMessage(), cause);
    }
}
