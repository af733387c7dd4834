package org.zoneregistry.imports.job;

import java.util.List;

/**
 * A refused line as it is stored.
 *
 * @param code of the problem type
 * @param fields in the order of the job's columns
 */
public record Refusal(long line, String code, String detail, List<String> fields) {

    public Refusal {
        fields = List.copyOf(fields);
    }

    /** How many characters are stored. */
    long length() {
        return detail.length() + fields.stream().mapToLong(String::length).sum();
    }
}
