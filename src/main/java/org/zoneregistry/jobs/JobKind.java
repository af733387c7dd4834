package org.zoneregistry.jobs;

import java.time.Duration;

/**
 * A kind of job.
 *
 * @param name in lower case, for ever the same
 * @param lease after how long without a heartbeat the run has lost its job
 * @param resumes whether another node then goes on with it; else it is interrupted
 * @param isCancellable whether it can be cancelled
 */
public record JobKind(String name, Duration lease, boolean resumes, boolean isCancellable) {

    /** The same with another lease. */
    public JobKind with(Duration other) {
        return new JobKind(name, other, resumes, isCancellable);
    }
}
