package org.zoneregistry.imports.job;

import java.util.List;

/**
 * A line that was refused, as it is kept.
 *
 * @param code of the problem type
 * @param fields in the order of the job's columns
 */
public record Refusal(long line, String code, String detail, List<String> fields) {

    public Refusal {
        fields = List.copyOf(fields);
    }

    /** How many characters it takes. */
    long length() {
        return detail.length() + fields.stream().mapToLong(String::length).sum();
    }
}
