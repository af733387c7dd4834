package org.zoneregistry.log;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;

/**
 * The events that match some criteria.
 *
 * @param events in order
 * @param upTo the position up to which no other event matches: the head of the log, if it was read
 */
record SourceResult(List<SourceCache.Event> events, long upTo) {

    /** Merges the events of each criterion, in order. An event that matches several criteria is included once. */
    static SourceResult of(List<List<SourceCache.Event>> byCriterion, long upTo) {
        List<SourceCache.Event> only = List.of();
        int some = 0;
        for (List<SourceCache.Event> events : byCriterion) {
            if (!events.isEmpty()) {
                only = events;
                some++;
            }
        }
        if (some < 2) {
            return new SourceResult(only, upTo);
        }
        TreeMap<Long, SourceCache.Event> merged = new TreeMap<>();
        byCriterion.forEach(events -> events.forEach(event -> merged.put(event.position(), event)));
        return new SourceResult(List.copyOf(merged.values()), upTo);
    }

    /** The events in their cached form. */
    List<Entry<EventMessage>> entries() {
        List<Entry<EventMessage>> entries = new ArrayList<>(events.size() + 1);
        events.forEach(event -> entries.add(event.entry()));
        return entries;
    }

    /** The events, and then the terminal entry with the consistency marker that Axon expects. */
    SourcedStream stream() {
        List<Entry<EventMessage>> entries = entries();
        entries.add(new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(upTo))));
        return new SourcedStream(entries);
    }
}
