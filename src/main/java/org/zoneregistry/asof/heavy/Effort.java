package org.zoneregistry.asof.heavy;

/** What a read costs at worst. Each kind has seats of its own, so that the costly ones leave the others alone. */
public enum Effort {
    /** It looks up sums or rows that an index finds; seconds, where there are very many. */
    LOOK_UP,
    /** It reads all entries of years. */
    SCAN,
    /** It is sent while it is being read, for as long as the client takes. */
    STREAM
}
