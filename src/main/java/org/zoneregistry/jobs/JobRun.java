package org.zoneregistry.jobs;

import java.time.Duration;
import java.util.UUID;

/**
 * The right to carry out a job, until the job has ended or another run has taken it.
 *
 * @param job its id
 * @param token identifies this run; writes of earlier runs are ignored
 * @param lease how long the run holds the job without a heartbeat
 */
public record JobRun(UUID job, UUID token, Duration lease) {}
