package org.zoneregistry.follow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How long a follower has been behind. Each question remembers the head of the log; a follower lags since the first
 * question at which the log already had an event that the follower lacks.
 */
public final class Lag {

    /** After so many questions without progress the oldest ones alone tell the lag. */
    private static final int MOST = 1_024;

    private record Seen(long head, long atNanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final LongSupplier nanoTime;

    /** Of one follower. */
    public Lag(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The lag of a follower at a position, at the resolution of the questions; zero if it is at the head. */
    public synchronized Duration of(long position, long head) {
        long now = nanoTime.getAsLong();
        while (!seen.isEmpty() && seen.getFirst().head <= position) {
            seen.removeFirst();
        }
        if (head <= position) {
            return Duration.ZERO;
        }
        if (seen.isEmpty() || (seen.getLast().head < head && seen.size() < MOST)) {
            seen.addLast(new Seen(head, now));
        }
        return Duration.ofNanos(now - seen.getFirst().atNanos);
    }
}
