package org.zoneregistry.imports.body;

import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;

/** Makes the reasons why a line can't be read. */
final class LineRejections {

    private LineRejections() {}

    /** One or several members break their rules. The text has all violations in one sentence. */
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

    /** The line breaks a rule for request bodies. Its place is given by the column alone, because it has one line. */
    static Rejection ofLine(Problem problem) {
        return problem.violations().isEmpty()
                ? Rejection.of(
                        problem.type(),
                        problem.detail().replace("The body", "The line").replaceFirst("line \\d+, column", "column"))
                : invalid(problem.violations());
    }

    static Rejection tooLong() {
        return Rejection.of(ProblemType.BODY_TOO_LARGE, "The line has more than " + Lines.MOST_BYTES + " bytes.");
    }
}
