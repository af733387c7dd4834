package org.zoneregistry.imports.body;

import java.time.Duration;

/**
 * How long the server waits for a body. Only the time counts in which the reader has nothing to read: a client that the
 * server makes wait is not slow.
 *
 * @param longest how long to wait for the next bytes, and how long to wait in all before the rate counts
 * @param bytesPerSecond the lowest rate after that, on average over the waiting time
 */
public record BodyPatience(Duration longest, long bytesPerSecond) {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * How many more nanoseconds the reader may wait, after it has received that many bytes in that much waiting; 0 or
     * less if it may wait no longer.
     */
    long left(long received, long waitedNanos) {
        return Math.min(longest.toNanos(), longest.toNanos() + nanos(received) - waitedNanos);
    }

    /** Whether a body comes more slowly than the lowest rate. */
    boolean isSlow(long received, long waitedNanos) {
        return waitedNanos > NANOS && nanos(received) < waitedNanos;
    }

    private long nanos(long received) {
        return (long) Math.min(Long.MAX_VALUE / 2.0, (double) received * NANOS / bytesPerSecond);
    }
}
