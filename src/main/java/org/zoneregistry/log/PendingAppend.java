package org.zoneregistry.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command's events and condition, waiting to be appended. */
final class PendingAppend {

    /**
     * The condition of an append: no event after the marker matches one of the criteria.
     *
     * @param marker a position; events up to it don't count
     * @param criteria none if nothing has to be checked
     * @param markers the criteria that have a marker of their own
     */
    record Condition(long marker, List<Criterion> criteria, Map<Criterion, Long> markers) {

        static final Condition NONE = new Condition(Long.MAX_VALUE, List.of(), Map.of());

        long marker(Criterion criterion) {
            return markers.getOrDefault(criterion, marker);
        }
    }

    final List<EncodedEvent> events;
    final Condition condition;
    final long deadlineNanos;
    final CompletableFuture<AppendReceipt> result = new CompletableFuture<>();

    /** Set after a batch with this command failed as a whole, to find the command at fault. */
    boolean alone;

    PendingAppend(List<EncodedEvent> events, Condition condition, long deadlineNanos) {
        this.events = events;
        this.condition = condition;
        this.deadlineNanos = deadlineNanos;
    }

    boolean isExpired() {
        return System.nanoTime() - deadlineNanos > 0;
    }
}
