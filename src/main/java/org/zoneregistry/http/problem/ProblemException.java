package org.zoneregistry.http.problem;

import java.util.List;
import org.zoneregistry.decision.ProblemType;

/** Ends a request with a {@link Problem}. It has no stack trace: it is an answer, not a bug. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @see Problem#exception() */
    public ProblemException(Problem problem) {
        super(problem.type().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** A problem of that type without violations and extension members. */
    public static ProblemException of(ProblemType type, String detail) {
        return Problem.of(type, detail).exception();
    }

    /** A {@link ProblemType#VALIDATION} with one violation. */
    public static ProblemException invalid(Violation violation) {
        return Problem.invalid(List.of(violation)).exception();
    }

    /** The problem to answer with. */
    public Problem problem() {
        return problem;
    }
}
