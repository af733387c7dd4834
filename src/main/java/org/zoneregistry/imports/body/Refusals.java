package org.zoneregistry.imports.body;

import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.platform.http.problem.Problem;
import org.zoneregistry.platform.http.problem.ProblemType;
import org.zoneregistry.platform.http.problem.Violation;

/** Why a line can't be read. */
final class Refusals {

    private Refusals() {}

    /** Some of its members break their rules; all of them are told in one sentence. */
    static Rejection invalid(List<Violation> violations) {
        return of(
                ProblemType.VALIDATION,
                violations.stream()
                        .map(violation -> (violation.pointer() + " " + violation.detail()).strip())
                        .collect(Collectors.joining(
                                "; ",
                                violations.size() == 1 ? "1 violation: " : violations.size() + " violations: ",
                                ".")));
    }

    /** The line is a request that breaks a rule. */
    static Rejection of(Problem problem) {
        return problem.violations().isEmpty() ? of(problem.type(), problem.detail()) : invalid(problem.violations());
    }

    static Rejection of(ProblemType type, String detail) {
        return Rejection.of(type.code(), detail);
    }
}
