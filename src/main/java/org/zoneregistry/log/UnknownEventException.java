package org.zoneregistry.log;

/**
 * This program does not know the type of an event in the log, or its version: a later program has recorded it. No
 * decision and no computation may skip such an event.
 */
public final class UnknownEventException extends UnreadableEventException {

    private static final long serialVersionUID = 1L;

    /**
     * @param event its place, type and version become part of the message
     * @param why the reason
     */
    public UnknownEventException(StoredEvent event, String why) {
        super(event.position(), event.type(), event.version(), why);
    }
}
