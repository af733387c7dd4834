package org.zoneregistry.statistics.diagnosis;

/** The result of a finding. */
public enum Verdict {
    FOUND,
    NOT_FOUND,
    /** The registry does not know enough about the zone. */
    UNKNOWN;

    static Verdict of(boolean found) {
        return found ? FOUND : NOT_FOUND;
    }
}
