package org.zoneregistry.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.jspecify.annotations.Nullable;

/** What was sourced, ending with the terminal entry that carries the consistency marker. For one consumer. */
final class SourcedStream implements MessageStream<EventMessage> {

    private final Iterator<Entry<EventMessage>> events;
    private @Nullable Entry<EventMessage> marker;
    private @Nullable Entry<EventMessage> peeked;

    SourcedStream(List<Entry<EventMessage>> events, long head) {
        this.events = events.iterator();
        this.marker = new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(head)));
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        Entry<EventMessage> next = advance();
        peeked = null;
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Entry<EventMessage>> peek() {
        peeked = advance();
        return Optional.ofNullable(peeked);
    }

    private @Nullable Entry<EventMessage> advance() {
        if (peeked != null) {
            return peeked;
        }
        if (events.hasNext()) {
            return events.next();
        }
        Entry<EventMessage> last = marker;
        marker = null;
        return last;
    }

    @Override
    public void setCallback(Runnable callback) {
        callback.run();
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public boolean isCompleted() {
        return marker == null && peeked == null;
    }

    @Override
    public boolean hasNextAvailable() {
        return marker != null || peeked != null;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
