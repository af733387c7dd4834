package org.zoneregistry.log.tck;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/** An engine with a plausible mistake, to show that the conformance tests detect it. */
final class BrokenEngine implements EventStorageEngine {

    /** A mistake of an engine. */
    enum Mistake {
        /** Checks the condition, and then appends without it. */
        CHECKS_BEFORE_IT_APPENDS,
        /** Uses only the first alternative of or-criteria. */
        FORGETS_ALTERNATIVES
    }

    /** All commands that were sent together are checked by then, so that the mistake shows on every machine. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final EventStorageEngine sound;
    private final Mistake mistake;

    BrokenEngine(EventStorageEngine sound, Mistake mistake) {
        this.sound = sound;
        this.mistake = mistake;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (condition.consistencyMarker() == ConsistencyMarker.INFINITY) {
            return sound.appendEvents(condition, context, events);
        }
        return switch (mistake) {
            case CHECKS_BEFORE_IT_APPENDS ->
                holds(condition)
                        .thenComposeAsync(
                                holds -> holds
                                        ? sound.appendEvents(AppendCondition.none(), context, events)
                                        : CompletableFuture.failedFuture(
                                                new AppendEventsTransactionRejectedException("it doesn't hold")),
                                LATER);
            case FORGETS_ALTERNATIVES -> sound.appendEvents(firstOf(condition), context, events);
        };
    }

    private CompletableFuture<Boolean> holds(AppendCondition condition) {
        return sound.source(
                        SourcingCondition.conditionFor(
                                condition.consistencyMarker().position(), condition.criteria()),
                        null)
                .reduce(0, (count, entry) -> count + 1)
                .thenApply(entries -> entries == 1); // the only entry is the marker
    }

    private static AppendCondition firstOf(AppendCondition condition) {
        return condition.criteria().flatten().stream()
                .<EventCriteria>map(criterion -> criterion)
                .findFirst()
                .map(first -> AppendCondition.withCriteria(first).withMarker(condition.consistencyMarker()))
                .orElse(condition);
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        return sound.source(condition, context);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return sound.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return sound.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return sound.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return sound.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        sound.describeTo(descriptor);
    }
}
