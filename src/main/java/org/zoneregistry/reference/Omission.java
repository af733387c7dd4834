package org.zoneregistry.reference;

/**
 * Something in the reference data that is not recorded.
 *
 * @param file the table
 * @param row the row of the table, 1 for the first below the header
 * @param whole whether nothing of the row is recorded
 * @param event the row's event; for a table of trade, its year, and the part of it
 * @param zone the row's zone, or empty; for a table of trade, its zone, province or form of business
 * @param what what is omitted: {@code row}, {@code area}, {@code predecessor}, or the columns of a table of trade
 * @param reason why
 */
public record Omission(String file, int row, boolean whole, String event, String zone, String what, String reason) {

    @Override
    public String toString() {
        return file + " row " + row + " (" + event + (zone.isEmpty() ? "" : ", " + zone) + ")"
                + (whole ? "" : ", " + what) + ": " + reason;
    }
}
