package org.zoneregistry.audit.offline;

import java.util.List;

/**
 * The result of verifying an exported log.
 *
 * @param events how many events were read
 * @param proved up to which position they are those that the checkpoint commits to; 0 if nothing is proved
 * @param grown the earlier checkpoints that the log extends
 * @param failures why it is not proved; none if it is
 */
record LogReport(long events, long proved, List<TrustedKeys.Signed> grown, List<Failure> failures) {

    LogReport {
        grown = List.copyOf(grown);
        failures = List.copyOf(failures);
    }

    boolean isProved() {
        return failures.isEmpty();
    }

    /** How many events at the end no checkpoint covers. */
    long notCovered() {
        return events - proved;
    }
}
