package org.zoneregistry.audit.tree;

/** Something was asked of a tree that the kept one hasn't grown to (yet). It may be asked again later. */
public final class BeyondTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the size that was asked for, and the one there is. */
    public BeyondTreeException(long asked, long size) {
        super("The tree has " + size + " leaves, not yet " + asked + ".");
    }
}
