package org.zoneregistry.platform.projection;

/** A projection did not reach a position in the time given. It may do so later. */
public class ProjectionBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The position that was waited for. */
    public final long awaited;

    /** The position that had been reached. */
    public final long reached;

    /** With the projection's name, for the reader of the message. */
    public ProjectionBehindException(String name, long awaited, long reached) {
        super("The projection " + name + " has reached position " + reached + ", not yet " + awaited + ".");
        this.awaited = awaited;
        this.reached = reached;
    }
}
