package org.zoneregistry.audit.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zoneregistry.audit.verification.Finding.Kind;

/** What a verification has found: all is counted, the first of each kind are kept. */
final class Findings {

    /** How many of a kind are kept. */
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

    /** How many, those that weren't kept included. */
    synchronized long count() {
        return count;
    }

    synchronized boolean hasAny(Kind kind) {
        return kept.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** Those that were kept, by position. */
    synchronized List<Finding> list() {
        return kept.stream()
                .sorted(Comparator.comparingLong(
                        finding -> finding.position() == null ? Long.MAX_VALUE : finding.position()))
                .toList();
    }
}
