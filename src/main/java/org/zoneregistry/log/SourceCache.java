package org.zoneregistry.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A cache of recently sourced events, by criterion: a prefix of the matching events, complete up to a position. It
 * needs no invalidation, because events after that position are always read. The least recently used criterion is
 * evicted first. Not thread-safe.
 *
 * <p>While only this engine appends, a complete prefix stays complete up to the head, until the engine appends a
 * matching event.
 */
final class SourceCache {

    /** A decoded event with its token. */
    record Event(long position, Entry<EventMessage> entry) {}

    /**
     * The known events of a criterion.
     *
     * @param events all matching events at or before {@code upTo}, in order
     */
    record Known(List<Event> events, long upTo) {}

    private static final Known NOTHING = new Known(List.of(), 0);
    private static final long NO_RUN = -1;

    /** A criterion and its known events. */
    private static final class Kept {
        final Criterion criterion;
        Known known;

        /** Whether the engine has appended a matching event that isn't in the cache. */
        boolean outdated;

        /** The run of this engine's own appends during which the criterion is known up to the head. */
        long run = NO_RUN;

        Kept(Criterion criterion, Known known) {
            this.criterion = criterion;
            this.known = known;
        }
    }

    private final int capacity;
    private final Map<Criterion, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Set<Kept>> byTag = new HashMap<>();
    private long head;
    private long run; // changes after each append of another engine
    private int size;

    /** @param capacity the largest number of events, over all criteria */
    SourceCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Known get(Criterion criterion) {
        Kept entry = kept.get(criterion);
        return entry == null ? null : entry.known;
    }

    /**
     * The events to decide on before newer ones are read, and the position up to which they are complete. An unknown
     * criterion has no events, up to 0. Null if a guess isn't worth it: newer events exist, or may exist because the
     * criterion has no tags.
     */
    @Nullable
    Known guess(Criterion criterion) {
        if (criterion.tags().isEmpty()) {
            return null;
        }
        Kept entry = kept.get(criterion);
        if (entry == null) {
            return NOTHING;
        }
        if (entry.outdated) {
            return null;
        }
        Known known = entry.known;
        return entry.run == run && known.upTo() < head ? new Known(known.events(), head) : known;
    }

    /**
     * Caches the result, unless there is no matching event: a command that creates a thing reads the criterion only
     * once.
     */
    void put(Criterion criterion, Known now) {
        if (now.events().isEmpty() || now.events().size() > capacity / 4) {
            return;
        }
        Kept entry = kept.get(criterion);
        if (entry == null) {
            entry = new Kept(criterion, now);
            kept.put(criterion, entry);
            size += now.events().size();
            for (String tag : criterion.tags()) {
                byTag.computeIfAbsent(tag, t -> new HashSet<>()).add(entry);
            }
        } else {
            size += now.events().size() - entry.known.events().size();
            entry.known = now;
        }
        entry.outdated = false;
        entry.run = now.upTo() >= head ? run : NO_RUN; // an event in between may match
        var eldest = kept.values().iterator();
        while (size > capacity) {
            Kept first = eldest.next();
            size -= first.known.events().size();
            eldest.remove();
            forget(first);
        }
    }

    private void forget(Kept entry) {
        for (String tag : entry.criterion.tags()) {
            Set<Kept> having = byTag.getOrDefault(tag, Set.of());
            if (having.remove(entry) && having.isEmpty()) {
                byTag.remove(tag);
            }
        }
    }

    /** Reports a command's events that the engine has appended, in the log's order. */
    void appended(PendingAppend command, AppendReceipt receipt) {
        for (int i = 0; i < receipt.events().size(); i++) {
            appended(command.events.get(i), receipt.events().get(i).position());
        }
        for (Criterion criterion : command.condition.criteria()) {
            Kept entry = kept.get(criterion);
            // the append has checked everything between the marker and its own events
            if (entry != null && !entry.outdated && command.condition.marker(criterion) <= entry.known.upTo()) {
                entry.run = run;
            }
        }
    }

    /** Marks the criteria that match the event as incomplete. */
    private void appended(EncodedEvent event, long position) {
        if (position != head + 1) {
            run++;
        }
        head = position;
        for (String tag : event.tags()) {
            for (Kept entry : byTag.getOrDefault(tag, Set.of())) {
                if (entry.criterion.matches(event)) {
                    entry.outdated = true;
                }
            }
        }
    }
}
