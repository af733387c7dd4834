package org.zoneregistry.platform.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** Those who wait for a position, the nearest first. */
public final class Waiters {

    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));

    private record Waiter(long position, CompletableFuture<Void> reached) {}

    /** Completes once {@link #reached} was called with the position or a later one. */
    public synchronized CompletableFuture<Void> await(long position) {
        var waiter = new Waiter(position, new CompletableFuture<>());
        waiting.add(waiter);
        return waiter.reached();
    }

    /** Gives up one of those. */
    public synchronized void forget(CompletableFuture<Void> reached) {
        waiting.removeIf(waiter -> waiter.reached() == reached);
    }

    /** Completes all who wait for the position or an earlier one. */
    public void reached(long position) {
        List<Waiter> due = new ArrayList<>();
        synchronized (this) {
            for (Waiter first = waiting.peek(); first != null && first.position() <= position; first = waiting.peek()) {
                due.add(first);
                waiting.poll();
            }
        }
        due.forEach(waiter -> waiter.reached().complete(null));
    }
}
