package org.zoneregistry.asof.heavy;

/**
 * The cost of a read in the worst case. Each kind has its own seats, so that expensive reads don't delay the others.
 */
public enum Effort {
    /** Looks up sums or rows by an index. It takes seconds if there are very many. */
    LOOK_UP,
    /** Reads all entries of several years. */
    SCAN,
    /** Reads and sends rows, for as long as the client takes. */
    STREAM
}
