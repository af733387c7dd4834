package org.zoneregistry.log;

/**
 * An event in the log is of a type, or of a version of its type, that this program has never heard of: a later one has
 * recorded it. Nothing may be decided or computed as if it weren't there.
 */
public final class UnknownEventException extends UnreadableEventException {

    private static final long serialVersionUID = 1L;

    /** With where the event is and what it says that it is. */
    public UnknownEventException(StoredEvent event, String why) {
        super(event.position(), event.type(), event.version(), why);
    }
}
