package org.zoneregistry.log;

/** This program can't read the type or the version of an event in the log. {@link EventLog} still returns the event. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(long position, String type, int version, String why) {
        super("position " + position + ", type " + type + ", version " + version + ": " + why);
    }

    public UnreadableEventException(long position, String type, int version, Throwable cause) {
        super("position " + position + ", type " + type + ", version " + version + ": " + cause.getMessage(), cause);
    }
}
