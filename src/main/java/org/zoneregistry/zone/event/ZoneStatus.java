package org.zoneregistry.zone.event;

/**
 * The status of a zone. {@link #ESTABLISHED} and {@link #OPERATING} zones are live, and counts of zones count live
 * zones.
 */
public enum ZoneStatus implements Wired {
    ESTABLISHED("established"),
    OPERATING("operating"),
    CLOSED("closed"),
    ABSORBED("absorbed");

    private final String wireName;

    ZoneStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether a zone with this status counts: approved, and neither closed nor absorbed. */
    public boolean isLive() {
        return this == ESTABLISHED || this == OPERATING;
    }

    /**
     * Finds the constant of that wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static ZoneStatus parse(String wireName) {
        return Wired.parse(ZoneStatus.class, wireName);
    }
}
