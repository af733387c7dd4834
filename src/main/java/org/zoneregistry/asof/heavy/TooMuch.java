package org.zoneregistry.asof.heavy;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * A read has more results than an answer may have. {@link HeavyReads} turns it into a problem that says how to ask for
 * less.
 */
public final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param most the largest number
     * @param what the counted things, in the plural
     */
    public TooMuch(long most, String what) {
        super("An answer uses at most " + most + " " + what + ".", null, false, false);
    }

    /**
     * The problem for the client.
     *
     * @param narrower how to ask for less, as a sentence
     */
    public ProblemException asProblem(String narrower) {
        return ProblemException.of(ProblemType.ANSWER_TOO_LARGE, getMessage() + " " + narrower);
    }
}
