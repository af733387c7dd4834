package org.zoneregistry.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command's events and condition on their way into the log. */
final class PendingAppend {

    /**
     * Under which a command's events may be appended: no event after the marker matches one of the criteria.
     *
     * @param marker a position; events up to it don't count
     * @param criteria none where there is nothing to be checked
     * @param markers of criteria that have one of their own
     */
    record Condition(long marker, List<Criterion> criteria, Map<Criterion, Long> markers) {

        static final Condition NONE = new Condition(Long.MAX_VALUE, List.of(), Map.of());

        long marker(Criterion criterion) {
            return markers.getOrDefault(criterion, marker);
        }

        boolean matches(EncodedEvent event) {
            for (Criterion criterion : criteria) {
                if (criterion.matches(event)) {
                    return true;
                }
            }
            return false;
        }
    }

    final List<EncodedEvent> events;
    final Condition condition;
    final long deadlineNanos;
    final CompletableFuture<AppendReceipt> result = new CompletableFuture<>();

    /** Set after a batch with this command failed as a whole, to find out whose fault it was. */
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
