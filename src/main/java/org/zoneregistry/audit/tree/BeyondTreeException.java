package org.zoneregistry.audit.tree;

/** The tree has not grown to the requested size yet. A later request may succeed. */
public final class BeyondTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param asked the requested size
     * @param size the size of the tree
     */
    public BeyondTreeException(long asked, long size) {
        super("The tree has " + size + " leaves, not yet " + asked + ".");
    }
}
