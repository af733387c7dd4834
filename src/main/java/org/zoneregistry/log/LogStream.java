package org.zoneregistry.log;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, without end: every matching event once, in order. It reads ahead by one batch at most,
 * and waits for the watcher at the end of the log. While the database can't be reached, the stream waits. An event that
 * can't be decoded ends the stream with that error.
 */
final class LogStream implements MessageStream<EventMessage> {

    private static final long PAUSE_MILLIS = 200;

    private final Vertx vertx;
    private final EventLog log;
    private final Function<StoredEvent, @Nullable EventMessage> decoder;
    private final int batch;
    private final AutoCloseable registration;

    private final Queue<Entry<EventMessage>> buffer = new ArrayDeque<>(); // guarded by this
    private long readTo; // guarded by this
    private long signalled; // guarded by this
    private boolean atEnd; // guarded by this; no event after readTo is known
    private boolean reading; // guarded by this
    private boolean closed; // guarded by this
    private @Nullable Throwable error; // guarded by this
    private volatile Runnable callback = () -> {};

    /** @param decoder returns null for an event that doesn't match */
    LogStream(
            Vertx vertx,
            EventLog log,
            Function<StoredEvent, @Nullable EventMessage> decoder,
            long position,
            int batch) {
        this.vertx = vertx;
        this.log = log;
        this.decoder = decoder;
        this.batch = batch;
        this.readTo = position;
        this.registration = log.onAppended(this::appended);
    }

    void open() {
        readAhead();
    }

    private void appended(long position) {
        synchronized (this) {
            signalled = Math.max(signalled, position);
            atEnd &= signalled <= readTo;
        }
        readAhead();
    }

    private void readAhead() {
        long from;
        synchronized (this) {
            if (closed || reading || error != null || buffer.size() > batch / 2 || atEnd) {
                return;
            }
            reading = true;
            from = readTo;
        }
        log.readAfter(from, batch).whenComplete((events, failure) -> {
            if (failure == null) {
                read(events);
            } else {
                vertx.setTimer(PAUSE_MILLIS, v -> {
                    synchronized (this) {
                        reading = false;
                    }
                    readAhead();
                });
            }
        });
    }

    private void read(List<StoredEvent> events) {
        synchronized (this) {
            reading = false;
            if (closed) {
                return;
            }
            try {
                for (StoredEvent event : events) {
                    EventMessage message = decoder.apply(event);
                    if (message != null) {
                        buffer.add(entry(event.position(), message));
                    }
                    readTo = event.position();
                }
            } catch (RuntimeException unreadable) {
                error = unreadable;
            }
            // an event that was announced during this read may not be in its result
            atEnd = events.size() < batch && signalled <= readTo;
        }
        callback.run();
        readAhead();
    }

    static Entry<EventMessage> entry(long position, EventMessage message) {
        return new SimpleEntry<>(
                message, TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(position)));
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        Entry<EventMessage> next;
        synchronized (this) {
            next = buffer.poll();
        }
        readAhead();
        return Optional.ofNullable(next);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        return Optional.ofNullable(buffer.peek());
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        if (hasNextAvailable() || isCompleted()) {
            callback.run();
        }
    }

    @Override
    public synchronized Optional<Throwable> error() {
        return buffer.isEmpty() ? Optional.ofNullable(error) : Optional.empty();
    }

    @Override
    public synchronized boolean isCompleted() {
        return closed || (error != null && buffer.isEmpty());
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        return !buffer.isEmpty();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            buffer.clear();
        }
        try {
            registration.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }
}
