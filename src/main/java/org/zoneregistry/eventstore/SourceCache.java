package org.zoneregistry.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What was lately sourced, by criterion: a prefix of what matches, known to be complete up to a position. It needs no
 * invalidation, because what comes after that position is always read. Least recently used goes first. Not for use by
 * several threads.
 */
final class SourceCache {

    /** A decoded event with its token. */
    record Event(long position, Entry<EventMessage> entry) {}

    /**
     * What is known of a criterion.
     *
     * @param events all that match at or before {@code upTo}, in order
     */
    record Known(List<Event> events, long upTo) {}

    private final int capacity;
    private final Map<Criterion, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private int size;

    /** @param capacity how many events in all */
    SourceCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Known get(Criterion criterion) {
        return known.get(criterion);
    }

    /** Keeps it, unless nothing matches yet: what is new is asked for once, by the command that creates it. */
    void put(Criterion criterion, Known now) {
        if (now.events().isEmpty() || now.events().size() > capacity / 4) {
            return;
        }
        Known before = known.put(criterion, now);
        size += now.events().size() - (before == null ? 0 : before.events().size());
        var eldest = known.entrySet().iterator();
        while (size > capacity) {
            size -= eldest.next().getValue().events().size();
            eldest.remove();
        }
    }
}
