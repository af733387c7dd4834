package org.zoneregistry.reference;

/**
 * Something that the reference data say and the registry is not told.
 *
 * @param file the table
 * @param row the row of the table, 1 for the first below the header
 * @param whole whether nothing of the row is told
 * @param event the row's event; of a table of trade, its year, and the part of it
 * @param zone the row's zone, or empty; of a table of trade, its zone, province or form of business
 * @param what what is not told: {@code row}, {@code area}, {@code predecessor}, or the columns of a table of trade
 * @param reason why
 */
public record Omission(String file, int row, boolean whole, String event, String zone, String what, String reason) {

    @Override
    public String toString() {
        return file + " row " + row + " (" + event + (zone.isEmpty() ? "" : ", " + zone) + ")"
                + (whole ? "" : ", " + what) + ": " + reason;
    }
}
