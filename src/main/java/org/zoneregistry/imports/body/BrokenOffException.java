package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.zoneregistry.decision.ProblemType;

/** A body was not read to its end. Lines that were decided before stay decided. */
public final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemType problem;

    private BrokenOffException(ProblemType problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** The connection was lost. */
    static BrokenOffException lost(Throwable cause) {
        var lost = new BrokenOffException(
                ProblemType.OVERLOADED, "The connection was lost before the end of the file. Send the file again.");
        lost.initCause(cause);
        return lost;
    }

    static BrokenOffException slow() {
        return new BrokenOffException(
                ProblemType.BODY_TOO_SLOW,
                "The file arrived too slowly. Send it again, faster or in parts; recorded entries are skipped.");
    }

    /** The place of a slow client was given to another one. */
    public static BrokenOffException displaced() {
        return new BrokenOffException(
                ProblemType.BODY_TOO_SLOW,
                "The file arrived slowly, and others waited for its place. Send it again, faster or in parts;"
                        + " recorded entries are skipped.");
    }

    /** The run was stopped. */
    public static BrokenOffException stopped(String message) {
        return new BrokenOffException(ProblemType.OVERLOADED, message);
    }

    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var interrupted = new InterruptedIOException();
        interrupted.initCause(cause);
        return interrupted;
    }

    /** The type of problem for the client. */
    public ProblemType problem() {
        return problem;
    }
}
