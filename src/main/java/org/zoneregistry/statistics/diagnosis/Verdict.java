package org.zoneregistry.statistics.diagnosis;

/** What a finding comes to. */
public enum Verdict {
    FOUND,
    NOT_FOUND,
    /** The registry does not know enough of the zone. */
    UNKNOWN;

    static Verdict of(boolean found) {
        return found ? FOUND : NOT_FOUND;
    }
}
