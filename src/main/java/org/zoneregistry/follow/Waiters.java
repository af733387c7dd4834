package org.zoneregistry.follow;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.zoneregistry.process.CallerContext;

/** Requests that wait for a position, the nearest position first. */
public final class Waiters {

    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));

    private record Waiter(long position, CompletableFuture<Void> reached) {}

    /**
     * Waits until a follower of the log has reached a position.
     *
     * @param position reads the position that it has reached now
     * @param wake makes it look for new events
     * @param late makes the message of the timeout
     * @return completes when the position is reached, on the caller's Vert.x context if it has one; fails with a
     *     {@link TimeoutException} when the time is over
     */
    public Uni<Void> until(long awaited, LongSupplier position, Runnable wake, Duration atMost, Supplier<String> late) {
        if (position.getAsLong() >= awaited) {
            return Uni.createFrom().voidItem();
        }
        return CallerContext.returnTo(Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> reached = await(awaited);
            reached(position.getAsLong());
            wake.run();
            return Uni.createFrom()
                    .completionStage(reached)
                    .ifNoItem()
                    .after(atMost)
                    .failWith(() -> new TimeoutException(late.get()))
                    .onTermination()
                    .invoke(() -> forget(reached));
        }));
    }

    /** Completes once {@link #reached} was called with the position or a later one. */
    public synchronized CompletableFuture<Void> await(long position) {
        var waiter = new Waiter(position, new CompletableFuture<>());
        waiting.add(waiter);
        return waiter.reached();
    }

    /** Removes a waiter. */
    public synchronized void forget(CompletableFuture<Void> reached) {
        waiting.removeIf(waiter -> waiter.reached() == reached);
    }

    /** Completes all waiters for the position or an earlier one. */
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
