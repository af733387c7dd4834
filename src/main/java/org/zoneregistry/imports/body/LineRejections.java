package org.zoneregistry.imports.body;

import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;

/** Why a line can't be read. */
final class LineRejections {

    private LineRejections() {}

    /** Some of its members break their rules; all of them are told in one sentence. */
    static Rejection invalid(List<Violation> violations) {
        return Rejection.of(
                ProblemType.VALIDATION,
                violations.stream()
                        .map(violation -> (violation.pointer() + " " + violation.detail()).strip())
                        .collect(Collectors.joining(
                                "; ",
                                violations.size() == 1 ? "1 violation: " : violations.size() + " violations: ",
                                ".")));
    }

    /** The line is a request that breaks a rule. Where in the line, is told by the column alone: it has one line. */
    static Rejection ofLine(Problem problem) {
        return problem.violations().isEmpty()
                ? Rejection.of(
                        problem.type(),
                        problem.detail().replace("The body", "The line").replaceFirst("line \\d+, column", "column"))
                : invalid(problem.violations());
    }

    /** The line has more than {@link Lines#MOST_BYTES} bytes. */
    static Rejection tooLong() {
        return Rejection.of(ProblemType.BODY_TOO_LARGE, "The line has more than " + Lines.MOST_BYTES + " bytes.");
    }
}
