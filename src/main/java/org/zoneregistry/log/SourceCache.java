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

    private static final Known NOTHING = new Known(List.of(), 0);
    private static final long NO_RUN = -1;

    /** A criterion and what is known of it. */
    private static final class Kept {
        final Criterion criterion;
        Known known;

        /** Whether the engine has appended an event that matches and isn't among the known. */
        boolean outdated;

        /** In which run of the engine's own appends it is known up to the head. */
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
    private long run; // another one after each append of somebody else's
    private int size;

    /** @param capacity how many events in all */
    SourceCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Known get(Criterion criterion) {
        Kept entry = kept.get(criterion);
        return entry == null ? null : entry.known;
    }

    /**
     * What to decide on before what came since is read, and up to where it is complete: nothing up to 0 where nothing
     * is known. Null where it isn't worth it: where more is known to have come, or where it can't be told, because the
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

    /** Keeps it, unless nothing matches yet: what is new is asked for once, by the command that creates it. */
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
        entry.run = now.upTo() >= head ? run : NO_RUN; // what came in between may match
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

    /** Tells of a command's events that the engine has appended, in the log's order. */
    void appended(PendingAppend command, AppendReceipt receipt) {
        for (int i = 0; i < receipt.events().size(); i++) {
            appended(command.events.get(i), receipt.events().get(i).position());
        }
        for (Criterion criterion : command.condition.criteria()) {
            Kept entry = kept.get(criterion);
            // the append has looked at all between the marker and its own events
            if (entry != null && !entry.outdated && command.condition.marker(criterion) <= entry.known.upTo()) {
                entry.run = run;
            }
        }
    }

    /** What is known of criteria that it matches isn't all there is. */
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
