package org.zoneregistry.eventstore;

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
 * What was lately sourced, by criterion: a prefix of what matches, known to be complete up to a position. It needs no
 * invalidation, because what comes after that position is always read. Least recently used goes first. Not for use by
 * several threads.
 *
 * <p>As long as the engine appends alone, without another's event between its own, what it knew to be complete stays so
 * up to the head, until it appends an event that matches.
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
    private final Map<String, Set<Criterion>> byTag = new HashMap<>();
    private final Set<Criterion> outdated = new HashSet<>();
    private final Set<Criterion> upToHead = new HashSet<>();
    private long head;
    private int size;

    /** @param capacity how many events in all */
    SourceCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Known get(Criterion criterion) {
        return known.get(criterion);
    }

    /** Up to where what is known of a criterion is complete; 0 where nothing is known. */
    long completeUpTo(Criterion criterion) {
        Known now = known.get(criterion);
        if (now == null) {
            return 0;
        }
        return upToHead.contains(criterion) ? Math.max(head, now.upTo()) : now.upTo();
    }

    /** Keeps it, unless nothing matches yet: what is new is asked for once, by the command that creates it. */
    void put(Criterion criterion, Known now) {
        if (now.events().isEmpty() || now.events().size() > capacity / 4) {
            return;
        }
        Known before = known.put(criterion, now);
        size += now.events().size() - (before == null ? 0 : before.events().size());
        outdated.remove(criterion);
        if (now.upTo() >= head) {
            upToHead.add(criterion);
        } else {
            upToHead.remove(criterion); // what came in between may match
        }
        for (String tag : criterion.tags()) {
            byTag.computeIfAbsent(tag, t -> new HashSet<>()).add(criterion);
        }
        var eldest = known.entrySet().iterator();
        while (size > capacity) {
            var entry = eldest.next();
            size -= entry.getValue().events().size();
            eldest.remove();
            forget(entry.getKey());
        }
    }

    private void forget(Criterion criterion) {
        outdated.remove(criterion);
        upToHead.remove(criterion);
        for (String tag : criterion.tags()) {
            Set<Criterion> having = byTag.getOrDefault(tag, Set.of());
            if (having.remove(criterion) && having.isEmpty()) {
                byTag.remove(tag);
            }
        }
    }

    /** Tells of a command's events that the engine has appended, in the log's order. */
    void appended(PendingAppend command, AppendReceipt receipt) {
        for (int i = 0; i < receipt.events().size(); i++) {
            appended(command.events.get(i), receipt.events().get(i).position());
        }
        for (Criterion criterion : command.condition.criteria()) {
            Known now = known.get(criterion);
            // the append has looked at all between the marker and its own events
            if (now != null && command.condition.marker(criterion) <= now.upTo() && !outdated.contains(criterion)) {
                upToHead.add(criterion);
            }
        }
    }

    /** What is known of criteria that it matches isn't all there is. */
    private void appended(EncodedEvent event, long position) {
        if (position != head + 1) {
            upToHead.clear();
        }
        head = position;
        for (String tag : event.tags()) {
            for (Criterion criterion : byTag.getOrDefault(tag, Set.of())) {
                if (criterion.matches(event)) {
                    outdated.add(criterion);
                    upToHead.remove(criterion);
                }
            }
        }
    }

    /**
     * Whether what is known of a criterion is worth deciding on before what came since is read: not where more is known
     * to have come, or where it can't be told, because the criterion has no tags.
     */
    boolean isGoodGuess(Criterion criterion) {
        return !criterion.tags().isEmpty() && !outdated.contains(criterion);
    }
}
