package org.zoneregistry.imports.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.imports.job.ImportJob.State;
import org.zoneregistry.platform.http.problem.ProblemType;

/**
 * How a run ends.
 *
 * @param problem why not well
 * @param line where reading ended, if it did before the end of the file
 */
public record Ending(
        State state,
        Optional<ProblemType> problem,
        String detail,
        @Nullable Long line) {

    /** Every line has been decided. */
    public static final Ending DONE = new Ending(State.DONE, Optional.empty(), "", null);

    /** The file can't be read any further. */
    public static Ending failed(String detail, long line) {
        return new Ending(State.FAILED, Optional.of(ProblemType.MALFORMED_FILE), detail, line);
    }

    /** It could have gone on. */
    public static Ending interrupted(String detail) {
        return new Ending(State.INTERRUPTED, Optional.of(ProblemType.OVERLOADED), detail, null);
    }
}
