package org.zoneregistry.reference;

/**
 * Something that the reference data say and the registry is not told.
 *
 * @param row the row of history.csv, 1 for the first below the header
 * @param whole whether nothing of the row is told
 * @param event the row's event
 * @param zone the row's zone, or empty
 * @param what what is not told: {@code row}, {@code area} or {@code predecessor}
 * @param reason why
 */
public record Omission(int row, boolean whole, String event, String zone, String what, String reason) {

    @Override
    public String toString() {
        return "history.csv row " + row + " (" + event + (zone.isEmpty() ? "" : ", " + zone) + ")"
                + (whole ? "" : ", " + what) + ": " + reason;
    }
}
