package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.Wired;

/** The direction of the goods. */
public enum Direction implements Wired {
    IMPORT("import"),
    EXPORT("export"),
    /** Only the sum of both was published. */
    TOTAL("total");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the constant of that wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static Direction parse(String wireName) {
        return Wired.parse(Direction.class, wireName);
    }
}
