package org.zoneregistry.statistics.completeness;

import java.util.List;

/**
 * A page of the reports of zones, month by month.
 *
 * @param lateAfterDays how many days after the end of a month its first entry may be recorded without being late
 * @param rows by zone, then by month
 */
public record Completeness(int lateAfterDays, List<ZoneMonth> rows) {

    /** How many days after the end of a month its first entry may be recorded without being late. */
    public static final int LATE_AFTER_DAYS = 30;

    public Completeness {
        rows = List.copyOf(rows);
    }

    static Completeness of(List<ZoneMonth> rows) {
        return new Completeness(LATE_AFTER_DAYS, rows);
    }
}
