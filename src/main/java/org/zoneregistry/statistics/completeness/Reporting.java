package org.zoneregistry.statistics.completeness;

/** Whether a zone has reported a month. */
public enum Reporting {
    /** There are entries of the month, and the first was recorded in time. */
    REPORTED,
    /** There are entries of the month, and the first was recorded after the last day for reporting. */
    LATE,
    /** There are none, and the last day for reporting is over. */
    MISSING,
    /** There are none, and the last day for reporting is not over. */
    AWAITED
}
