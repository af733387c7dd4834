package org.zoneregistry.projections;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A rate per second: the average of the last ten seconds. Not thread-safe. */
final class Pace {

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final int FINEST_PARTS = 20;

    private final LongSupplier nanos;
    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(long since, long events) {}

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts events that were just processed. */
    void add(long events) {
        long now = nanos.getAsLong();
        Part last = parts.peekLast();
        if (last != null && now - last.since() < WINDOW_NANOS / FINEST_PARTS) {
            parts.removeLast();
            parts.addLast(new Part(last.since(), last.events() + events));
        } else {
            parts.addLast(new Part(now, events));
        }
        forget(now);
    }

    long perSecond() {
        forget(nanos.getAsLong());
        return parts.stream().mapToLong(Part::events).sum() * 1_000_000_000L / WINDOW_NANOS;
    }

    private void forget(long now) {
        while (!parts.isEmpty() && now - parts.getFirst().since() > WINDOW_NANOS) {
            parts.removeFirst();
        }
    }
}
