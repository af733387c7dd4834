package org.zoneregistry.audit.offline;

import java.util.List;

/**
 * The result of verifying an exported log.
 *
 * @param events how many events were read
 * @param proved the last position that the checkpoint proves; 0 if nothing is proved
 * @param grown the earlier checkpoints that the log extends
 * @param failures why it is not proved; empty if it is
 */
record LogReport(long events, long proved, List<TrustedKeys.Signed> grown, List<Failure> failures) {

    LogReport {
        grown = List.copyOf(grown);
        failures = List.copyOf(failures);
    }

    boolean isProved() {
        return failures.isEmpty();
    }

    /** The number of events at the end that no checkpoint covers. */
    long notCovered() {
        return events - proved;
    }
}
