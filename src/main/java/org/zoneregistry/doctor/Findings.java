package org.zoneregistry.doctor;

import java.util.ArrayList;
import java.util.List;

/** What an examination has found, in the order in which it was looked at. */
final class Findings {

    /** How bad a finding is. */
    enum Verdict {
        OK("ok"),
        WARNING("warning"),
        FAILED("failed");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    /**
     * One line of the answer.
     *
     * @param subject what was looked at, in one word
     * @param text what was found, and what to do about it
     */
    record Finding(Verdict verdict, String subject, String text) {

        @Override
        public String toString() {
            return "%-8s %-10s %s".formatted(verdict.word, subject, text);
        }
    }

    private final List<Finding> all = new ArrayList<>();

    void ok(String subject, String text) {
        all.add(new Finding(Verdict.OK, subject, text));
    }

    void warning(String subject, String text) {
        all.add(new Finding(Verdict.WARNING, subject, text));
    }

    void failed(String subject, String text) {
        all.add(new Finding(Verdict.FAILED, subject, text));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    boolean hasFailed() {
        return all.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILED);
    }
}
