package org.zoneregistry.audit.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.offline.TrustedKeys.Signed;

/** Verifies a log, and folds an answer from it at the same time. */
final class LogProof {

    private LogProof() {}

    static Report of(LogVerification verification, Signed checkpoint, LogLines lines, @Nullable Question question)
            throws IOException {
        ZoneFold fold = question == null ? null : question.fold();
        LogReport log = verification.verify(lines, fold == null ? (head, event) -> {} : fold);
        List<Failure> failures = new ArrayList<>(log.failures());
        Report.Answer answer = null;
        if (question != null && fold != null && log.isProved()) {
            Failure notCovered = question.notCoveredBy(checkpoint);
            if (notCovered == null) {
                answer = answer(question, fold, checkpoint, failures);
            } else {
                failures.add(notCovered);
            }
        }
        return new Report(
                failures.isEmpty(),
                Report.Committed.of(checkpoint),
                log.events(),
                log.isProved() ? log.notCovered() : 0,
                log.grown().stream().map(signed -> signed.checkpoint().size()).toList(),
                answer,
                null,
                failures);
    }

    private static Report.@Nullable Answer answer(
            Question question, ZoneFold fold, Signed checkpoint, List<Failure> failures) {
        try {
            return question.answer(fold);
        } catch (IllegalStateException doesNotFold) {
            failures.add(Failure.of(
                    checkpoint.file(),
                    "The events are those of the log, but they do not fold: " + doesNotFold.getMessage(),
                    "Report it: no registry of this version records such events. A later version may read them."));
            return null;
        }
    }
}
