package org.zoneregistry.jobs;

import java.time.Duration;

/**
 * A kind of job.
 *
 * @param name in lower case; never changes
 * @param lease after how long without a heartbeat the run has lost its job
 * @param resumes whether another node then continues the job; otherwise it is interrupted
 * @param isCancellable whether it can be cancelled
 */
public record JobKind(String name, Duration lease, boolean resumes, boolean isCancellable) {

    /** A copy with another lease. */
    public JobKind with(Duration other) {
        return new JobKind(name, other, resumes, isCancellable);
    }
}
