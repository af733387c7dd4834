package org.zoneregistry.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.DelayedMessageStream;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on {@link PostgresEventStorageEngine}. The events that a processing context has sourced are the
 * condition of its append. The append happens, all or nothing, in the COMMIT phase. The result is that of Axon's own
 * event store, in fewer steps.
 *
 * <p>It has no subscribers: consumers read the log.
 */
public final class LogEventStore implements EventStore {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ResourceKey<EventStoreTransaction> key = ResourceKey.withLabel("logTransaction");
    private final PostgresEventStorageEngine engine;
    private final TagResolver tags;

    /** Tags are resolved when an event is appended to a transaction. */
    public LogEventStore(PostgresEventStorageEngine engine, TagResolver tags) {
        this.engine = engine;
        this.tags = tags;
    }

    @Override
    public EventStoreTransaction transaction(ProcessingContext context) {
        return context.computeResourceIfAbsent(key, () -> new Transaction(context));
    }

    /** Appends within the context's transaction. Without a context it appends at once, without a condition. */
    @Override
    public CompletableFuture<Void> publish(@Nullable ProcessingContext context, List<EventMessage> events) {
        if (events.isEmpty()) {
            return DONE;
        }
        if (context == null) {
            List<TaggedEventMessage<?>> tagged = new ArrayList<>(events.size());
            events.forEach(event -> tagged.add(tagged(event)));
            return engine.append(AppendCondition.none(), null, tagged).thenApply(receipt -> null);
        }
        events.forEach(transaction(context)::appendEvent);
        return DONE;
    }

    private TaggedEventMessage<?> tagged(EventMessage event) {
        return new GenericTaggedEventMessage<>(event, tags.resolve(event));
    }

    /** Always fails with {@link UnsupportedOperationException}: nothing would ever be sent to a subscriber. */
    @Override
    public Registration subscribe(
            BiFunction<List<? extends EventMessage>, ProcessingContext, CompletableFuture<?>> consumer) {
        throw new UnsupportedOperationException("nothing is published; read the log");
    }

    @Override
    public MessageStream<EventMessage> open(StreamingCondition condition, @Nullable ProcessingContext context) {
        return engine.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return engine.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return engine.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return engine.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("engine", engine);
        descriptor.describeProperty("tags", tags);
    }

    /** Safe for several threads: parallel sourcing is answered on the engine's thread. */
    private final class Transaction implements EventStoreTransaction {

        private final ProcessingContext context;
        private final List<Consumer<EventMessage>> callbacks = new CopyOnWriteArrayList<>();

        // guarded by this
        private final List<TaggedEventMessage<?>> events = new ArrayList<>(1);
        private @Nullable AppendCondition condition;
        private ConsistencyMarker position = ConsistencyMarker.ORIGIN;
        private boolean committing;

        Transaction(ProcessingContext context) {
            this.context = context;
        }

        @Override
        public MessageStream<? extends EventMessage> source(SourcingCondition asked) {
            dependsOn(asked.criteria());
            return DelayedMessageStream.create(
                    engine.sourced(asked.criteria(), GlobalIndexPosition.toIndex(asked.start()), context)
                            .thenApply(this::stream));
        }

        private synchronized void dependsOn(EventCriteria criteria) {
            condition = condition == null ? AppendCondition.withCriteria(criteria) : condition.orCriteria(criteria);
        }

        private MessageStream<EventMessage> stream(SourceResult answer) {
            seenUpTo(answer.upTo());
            return new SourcedStream(answer.entries());
        }

        /** The lowest marker counts: an event after it may be unseen. */
        private synchronized void seenUpTo(long head) {
            ConsistencyMarker marker = new GlobalIndexConsistencyMarker(head);
            position = position == ConsistencyMarker.ORIGIN ? marker : position.lowerBound(marker);
        }

        /** Fails with {@link IllegalStateException} once the append has started, because the event would be lost. */
        @Override
        public void appendEvent(EventMessage event) {
            add(tagged(event));
            callbacks.forEach(callback -> callback.accept(event));
        }

        private synchronized void add(TaggedEventMessage<?> event) {
            if (committing) {
                throw new IllegalStateException("the transaction's events are being appended already");
            }
            if (events.isEmpty()) {
                context.onCommit(now -> commit());
            }
            events.add(event);
        }

        private CompletableFuture<?> commit() {
            return engine.append(closed(), context, events).thenAccept(this::appended);
        }

        /** Closes the transaction for further events. */
        private synchronized AppendCondition closed() {
            committing = true;
            return condition == null ? AppendCondition.none() : condition.withMarker(position);
        }

        private synchronized void appended(AppendReceipt receipt) {
            position = new GlobalIndexConsistencyMarker(receipt.lastPosition()).upperBound(position);
        }

        @Override
        public void onAppend(Consumer<EventMessage> callback) {
            callbacks.add(callback);
        }

        @Override
        public synchronized ConsistencyMarker appendPosition() {
            return position;
        }
    }
}
