package org.zoneregistry.jobs;

import java.time.Duration;
import java.util.UUID;

/**
 * The right to carry out a job, until it has ended or another run has taken it.
 *
 * @param job its id
 * @param token of this run alone: what an earlier run writes is not heard
 * @param lease how long the job is held without a heartbeat
 */
public record JobRun(UUID job, UUID token, Duration lease) {}
