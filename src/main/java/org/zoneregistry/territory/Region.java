package org.zoneregistry.territory;

/** The four economic regions by which the national statistics group provinces. */
public enum Region {
    EAST,
    CENTRAL,
    WEST,
    NORTHEAST;

    /** The lower-case name that requests and answers use. */
    public String wireName() {
        return switch (this) {
            case EAST -> "east";
            case CENTRAL -> "central";
            case WEST -> "west";
            case NORTHEAST -> "northeast";
        };
    }
}
