package org.zoneregistry.http.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;

/** Collects the violations of one request, so that all are reported at once. Not thread-safe. */
public final class Violations {

    private final Set<Violation> found = new LinkedHashSet<>();
    private int count;

    /**
     * Reports one violation. Only the first {@value Problem#MOST_VIOLATIONS} different ones are kept: a body can have a
     * million.
     */
    public void add(Violation violation) {
        count++;
        if (found.size() < Problem.MOST_VIOLATIONS) {
            found.add(violation);
        }
    }

    /** Reports a violation at a JSON pointer. */
    public void add(String pointer, String detail) {
        add(new Violation(pointer, detail));
    }

    /** Whether there is a violation at exactly that pointer. */
    boolean isReported(String pointer) {
        return found.stream().anyMatch(violation -> violation.pointer().equals(pointer));
    }

    /** Whether so many are kept that no other one will be. */
    boolean areEnough() {
        return found.size() >= Problem.MOST_VIOLATIONS;
    }

    /** How many violations were reported so far, repeated ones included. */
    public int count() {
        return count;
    }

    /** The kept violations, in the order of reporting. */
    public List<Violation> all() {
        return List.copyOf(found);
    }

    /**
     * Ends the request if anything was reported.
     *
     * @throws org.zoneregistry.http.problem.ProblemException with all violations
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(all()).exception();
        }
    }
}
