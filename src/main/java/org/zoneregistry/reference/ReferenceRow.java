package org.zoneregistry.reference;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a table of the reference data.
 *
 * @param file the table's file name
 * @param number 1 for the first row below the header
 * @param fields the values by column; empty if nothing is known
 */
record ReferenceRow(String file, int number, Map<String, String> fields) {

    /** @throws IllegalArgumentException if the table has no such column */
    String get(String column) {
        String value = fields.get(column);
        if (value == null) {
            throw new IllegalArgumentException(file + " has no column " + column + ".");
        }
        return value;
    }

    Optional<String> given(String column) {
        return Optional.of(get(column)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return file + " row " + number;
    }
}
