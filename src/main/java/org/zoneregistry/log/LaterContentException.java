package org.zoneregistry.log;

/** A part of an event's content that only a later version of the program knows; the message says which. */
public final class LaterContentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public LaterContentException(String message) {
        super(message);
    }
}
