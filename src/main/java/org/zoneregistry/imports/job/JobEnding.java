package org.zoneregistry.imports.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.imports.job.ImportJob.State;

/**
 * How a run ends.
 *
 * @param problem the problem, unless it is done
 * @param line where reading ended, if that was before the end of the file
 */
public record JobEnding(
        State state,
        Optional<ProblemType> problem,
        String detail,
        @Nullable Long line) {

    /** The detail for a job whose run could not continue. */
    public static final String STOPPED = "The registry could not read the rest of the file. Send it again.";

    /** Every line has been decided. */
    public static final JobEnding DONE = new JobEnding(State.DONE, Optional.empty(), "", null);

    /** The file can't be read any further. */
    public static JobEnding failed(ProblemType problem, String detail, long line) {
        return new JobEnding(State.FAILED, Optional.of(problem), detail, line);
    }

    /** The file was not read to its end, but the file itself is not the cause. */
    public static JobEnding interrupted(ProblemType problem, String detail) {
        return new JobEnding(State.INTERRUPTED, Optional.of(problem), detail, null);
    }
}
