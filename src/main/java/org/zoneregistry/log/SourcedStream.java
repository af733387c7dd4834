package org.zoneregistry.log;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** A stream of sourced events, all of which are in memory. For one consumer. */
final class SourcedStream implements MessageStream<EventMessage> {

    private final Iterator<Entry<EventMessage>> entries;
    private @Nullable Entry<EventMessage> peeked;

    SourcedStream(List<Entry<EventMessage>> entries) {
        this.entries = entries.iterator();
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
        return entries.hasNext() ? entries.next() : null;
    }

    /** Reduces at once; the default would wait for a callback for each event. */
    @Override
    public <R> CompletableFuture<R> reduce(R identity, BiFunction<R, Entry<EventMessage>, R> accumulator) {
        try {
            R reduced = identity;
            for (Entry<EventMessage> entry = advance(); entry != null; entry = advance()) {
                peeked = null;
                reduced = accumulator.apply(reduced, entry);
            }
            return CompletableFuture.completedFuture(reduced);
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
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
        return !hasNextAvailable();
    }

    @Override
    public boolean hasNextAvailable() {
        return peeked != null || entries.hasNext();
    }

    @Override
    public void close() {
        // there is nothing to release
    }
}
