package org.zoneregistry.log.tck;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventTypeRestrictableEventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;

/** Short methods for the conformance tests. */
final class Log {

    static final long SECONDS = 20;

    /** The result of sourcing: the payloads in order, and the marker. */
    record Sourced(List<String> payloads, ConsistencyMarker marker) {}

    /** An event of a stream. */
    record Streamed(long position, String payload, Instant timestamp) {}

    private final EventStorageEngine engine;

    Log(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** An event with the text as its payload; tags like {@code zone:a}. */
    static TaggedEventMessage<?> event(String type, String payload, String... tags) {
        Set<Tag> tagSet = Arrays.stream(tags).map(Log::tag).collect(toSet());
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(), new MessageType(type), payload, Map.of("k", "v"), Instant.EPOCH),
                tagSet);
    }

    static Tag tag(String tag) {
        int colon = tag.indexOf(':');
        return new Tag(tag.substring(0, colon), tag.substring(colon + 1));
    }

    static EventTypeRestrictableEventCriteria tagged(String... tags) {
        return EventCriteria.havingTags(Arrays.stream(tags).map(Log::tag).collect(toSet()));
    }

    static AppendCondition after(long marker, EventCriteria criteria) {
        return AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(marker));
    }

    CompletableFuture<Long> append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return engine.appendEvents(condition, null, List.of(events)).thenCompose(Log::commit);
    }

    @SuppressWarnings("unchecked") // a transaction returns its own result type
    static CompletableFuture<Long> commit(AppendTransaction<?> transaction) {
        AppendTransaction<Object> own = (AppendTransaction<Object>) transaction;
        return own.commit(null)
                .thenCompose(result -> own.afterCommit(result, null))
                .thenApply(GlobalIndexConsistencyMarker::position);
    }

    /** The last position. */
    long appended(TaggedEventMessage<?>... events) {
        return get(append(AppendCondition.none(), events));
    }

    /** Whether the append was accepted. Fails if the result is neither acceptance nor rejection. */
    boolean accepts(AppendCondition condition, TaggedEventMessage<?>... events) {
        return accepted(append(condition, events)).isPresent();
    }

    /** The last position, or empty if the append was rejected. */
    static Optional<Long> accepted(CompletableFuture<Long> append) {
        try {
            return Optional.of(append.get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AppendEventsTransactionRejectedException) {
                return Optional.empty();
            }
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    Sourced source(EventCriteria criteria) {
        return source(SourcingCondition.conditionFor(criteria));
    }

    Sourced source(SourcingCondition condition) {
        List<String> payloads = new ArrayList<>();
        ConsistencyMarker[] marker = new ConsistencyMarker[1];
        get(engine.source(condition, null).reduce(payloads, (list, entry) -> {
            ConsistencyMarker found = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
            if (found != null) {
                marker[0] = found;
            } else {
                list.add(text(entry.message()));
            }
            return list;
        }));
        return new Sourced(payloads, marker[0]);
    }

    private static String text(EventMessage message) {
        return requireNonNull((String) message.payload());
    }

    long head() {
        return get(engine.latestToken(null)).position().orElseThrow();
    }

    /** Exactly that many events after the position. */
    List<Streamed> stream(long after, int count) {
        return stream(after, count, EventCriteria.havingAnyTag());
    }

    List<Streamed> stream(long after, int count, EventCriteria criteria) {
        TrackingToken start = get(engine.firstToken(null));
        TrackingToken token = after == 0 ? start : new GlobalSequenceTrackingToken(after);
        MessageStream<EventMessage> stream = engine.stream(StreamingCondition.conditionFor(token, criteria), null);
        CompletableFuture<List<Streamed>> all = new CompletableFuture<>();
        List<Streamed> seen = new ArrayList<>();
        stream.setCallback(() -> {
            synchronized (seen) {
                while (seen.size() < count && stream.hasNextAvailable()) {
                    stream.next()
                            .ifPresent(entry -> seen.add(new Streamed(
                                    entry.getResource(TrackingToken.RESOURCE_KEY)
                                            .position()
                                            .orElseThrow(),
                                    text(entry.message()),
                                    entry.message().timestamp())));
                }
                if (seen.size() == count) {
                    all.complete(List.copyOf(seen));
                }
                stream.error().ifPresent(all::completeExceptionally);
            }
        });
        try {
            return get(all);
        } finally {
            stream.close();
        }
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
