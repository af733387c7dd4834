package org.zoneregistry.audit.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zoneregistry.audit.verification.Finding.Kind;

/** The findings of a verification. All are counted; the first {@value #KEPT} of each kind are kept. */
final class Findings {

    /** The largest number of kept findings of a kind. */
    static final int KEPT = 20;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Kind kind, long position, String subject, String detail) {
        add(Finding.at(kind, position, subject, detail));
    }

    synchronized void add(Finding finding) {
        count++;
        if (kept.stream().filter(other -> other.kind() == finding.kind()).count() < KEPT) {
            kept.add(finding);
        }
    }

    /** The number of all findings, also of those that weren't kept. */
    synchronized long count() {
        return count;
    }

    synchronized boolean hasAny(Kind kind) {
        return kept.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** The kept findings, by position. */
    synchronized List<Finding> list() {
        return kept.stream()
                .sorted(Comparator.comparingLong(
                        finding -> finding.position() == null ? Long.MAX_VALUE : finding.position()))
                .toList();
    }
}
