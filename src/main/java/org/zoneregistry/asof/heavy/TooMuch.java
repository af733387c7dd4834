package org.zoneregistry.asof.heavy;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * A read comes to more than one answer holds. {@link HeavyReads} makes a problem of it that says how to ask for less.
 */
public final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Says how much that is.
     *
     * @param most how many there may be
     * @param what of what, in the plural
     */
    public TooMuch(long most, String what) {
        super("An answer is made of at most " + most + " " + what + ".", null, false, false);
    }

    /**
     * The problem that it is for the client.
     *
     * @param narrower how to ask for less, as a sentence
     */
    public ProblemException asProblem(String narrower) {
        return ProblemException.of(ProblemType.ANSWER_TOO_LARGE, getMessage() + " " + narrower);
    }
}
