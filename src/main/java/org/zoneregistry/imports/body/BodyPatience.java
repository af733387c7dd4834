package org.zoneregistry.imports.body;

import java.time.Duration;

/**
 * How long a body is waited for. Only the time counts in which nothing of it is there to be read: a client that is made
 * to wait is not slow.
 *
 * @param longest how long for the next bytes, and how long in all before the rate counts
 * @param bytesPerSecond the least rate after that, on average over the waiting time
 */
public record BodyPatience(Duration longest, long bytesPerSecond) {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * How many nanoseconds more can be waited, by a body of which so much has arrived in so much waiting; 0 or less for
     * none.
     */
    long left(long received, long waitedNanos) {
        return Math.min(longest.toNanos(), longest.toNanos() + nanos(received) - waitedNanos);
    }

    /** Whether a body comes at less than the least rate. */
    boolean isSlow(long received, long waitedNanos) {
        return waitedNanos > NANOS && nanos(received) < waitedNanos;
    }

    private long nanos(long received) {
        return (long) Math.min(Long.MAX_VALUE / 2.0, (double) received * NANOS / bytesPerSecond);
    }
}
