package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.DelayedMessageStream;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.PendingAppend.Condition;

/**
 * Axon's storage engine on PostgreSQL with the reactive client, dynamic consistency boundaries and group commit.
 *
 * <p>A marker and a token are positions: events up to that position are seen. A commit's future completes when its
 * events are durable. It fails with {@code AppendEventsTransactionRejectedException} if the condition doesn't hold
 * ({@link TagSealedException} if a tag is sealed); with {@link LogUnavailableException} if nothing was appended because
 * the database can't be reached in time; with {@link AppendRefusedException} if the database can't store the events;
 * and with {@link AppendOutcomeUnknownException} if the outcome could not be found. {@code docs/guarantees.md} has all
 * guarantees.
 *
 * <p>It needs a pool with at least four connections and keeps three of them. It needs the schema of
 * {@code V1__log.sql}. Futures complete on an event loop of its own, which must not be blocked.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine, AutoCloseable {

    private final Vertx vertx;
    private final EngineSettings settings;
    private final EventCodec codec;
    private final LogWatcher watcher;
    private final PostgresEventLog log;
    private final AppendQueue appends;
    private final SourceQueue sourcing;
    private final RememberedEvents assuming;

    /** Starts listening for appends. Connects on first use. */
    public PostgresEventStorageEngine(
            Vertx vertx, Pool pool, EventTypes types, EventCodec codec, EngineSettings settings) {
        this(vertx, pool, new KnownHistory(), types, codec, settings, BatchListener.NONE);
    }

    /**
     * An engine whose history is shared with other components.
     *
     * @param history each connection of the pool is checked against it
     * @param listener is told of each batch
     */
    public PostgresEventStorageEngine(
            Vertx vertx,
            Pool pool,
            KnownHistory history,
            EventTypes types,
            EventCodec codec,
            EngineSettings settings,
            BatchListener listener) {
        this.vertx = vertx;
        this.settings = settings;
        this.codec = codec;
        StoredForm form = new StoredForm(types);
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        this.watcher = new LogWatcher(vertx, context, pool, history, settings.pollInterval());
        this.log = new PostgresEventLog(pool, form, watcher, history);
        SourceCache cache = new SourceCache(settings.cachedEvents());
        this.sourcing = new SourceQueue(
                vertx,
                context,
                pool,
                settings,
                history,
                cache,
                (position, bytes) ->
                        new SourceCache.Event(position, LogStream.entry(position, codec.decode(form.read(bytes)))));
        this.assuming = new RememberedEvents(context, cache, sourcing);
        this.appends = new AppendQueue(
                vertx, context, pool, settings, history, watcher::advancedTo, cache::appended, listener);
        watcher.start();
    }

    /**
     * Connects and prepares the statements, so that the first command is as fast as the others. Fails if that is
     * impossible.
     */
    public CompletionStage<Void> warmUp() {
        return Future.all(appends.warmUp(), sourcing.warmUp()).<Void>mapEmpty().toCompletionStage();
    }

    /** The same log, to be read in order. The same notifications wake its readers. */
    public EventLog log() {
        return log;
    }

    /** Gives the kept connections back. Running calls are still answered; the pool remains open. */
    @Override
    public void close() {
        appends.close();
        sourcing.close();
        watcher.close();
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
        }
        try {
            return CompletableFuture.completedFuture(new Transaction(encoded(events), conditionOf(condition, context)));
        } catch (RuntimeException unfit) {
            return CompletableFuture.failedFuture(unfit);
        }
    }

    /** Appends at once, like {@link #appendEvents} and the commit of its transaction. There is at least one event. */
    CompletableFuture<AppendReceipt> append(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        try {
            return append(encoded(events), conditionOf(condition, context), context);
        } catch (RuntimeException unfit) {
            return CompletableFuture.failedFuture(unfit);
        }
    }

    private CompletableFuture<AppendReceipt> append(
            List<EncodedEvent> events, Condition condition, @Nullable ProcessingContext context) {
        return appends.submit(events, condition).thenApply(receipt -> {
            if (context != null) {
                context.putResource(AppendReceipt.RESOURCE_KEY, receipt);
            }
            return receipt;
        });
    }

    private List<EncodedEvent> encoded(List<TaggedEventMessage<?>> events) {
        List<EncodedEvent> encoded = new ArrayList<>(events.size());
        for (TaggedEventMessage<?> event : events) {
            encoded.add(codec.encode(event));
        }
        return encoded;
    }

    private static Condition conditionOf(AppendCondition condition, @Nullable ProcessingContext context) {
        if (condition.consistencyMarker() == ConsistencyMarker.INFINITY) {
            return Condition.NONE;
        }
        long marker = Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
        Assumptions assumptions = context == null ? null : context.getResource(Assumptions.RESOURCE_KEY);
        return assumptions == null
                ? new Condition(marker, Criterion.of(condition.criteria()), Map.of())
                : new Condition(marker, assumptions.alternatives(condition.criteria()), assumptions.knownUpTo());
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        return DelayedMessageStream.create(
                sourced(condition.criteria(), GlobalIndexPosition.toIndex(condition.start()), context)
                        .thenApply(SourceResult::stream));
    }

    /** The matching events after a position. Uses assumptions if the context has them. */
    CompletableFuture<SourceResult> sourced(EventCriteria criteria, long after, @Nullable ProcessingContext context) {
        Assumptions assumptions = context == null ? null : context.getResource(Assumptions.RESOURCE_KEY);
        return assumptions != null && after <= 0
                ? assuming.source(assumptions.alternatives(criteria), assumptions)
                : sourcing.source(Criterion.of(criteria), after);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        TrackingToken token = condition.position();
        long position = token == null ? 0 : token.position().orElse(0);
        EventCriteria criteria = condition.criteria();
        List<Criterion> alternatives = Criterion.of(criteria);
        LogStream stream = new LogStream(
                vertx, log, event -> matching(event, alternatives), Math.max(0, position), settings.eventsPerRead());
        stream.open();
        return stream;
    }

    private @Nullable EventMessage matching(StoredEvent event, List<Criterion> alternatives) {
        for (Criterion criterion : alternatives) {
            if (criterion.matches(event.type(), event.tags())) {
                return codec.decode(event);
            }
        }
        return null;
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return log.head().toCompletableFuture().thenApply(PostgresEventStorageEngine::token);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        // before the first event at or after `at`; recorded times are whole microseconds
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        Instant before = micros.equals(at) ? at.minus(1, ChronoUnit.MICROS) : micros;
        return log.prefixAt(before).toCompletableFuture().thenApply(found -> token(found.prefix()));
    }

    private static TrackingToken token(LogHead head) {
        return new GlobalSequenceTrackingToken(head.position());
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("settings", settings.toString());
        descriptor.describeProperty("codec", codec.getClass().getSimpleName());
    }

    /** Everything happens in commit: before it nothing is sent, nothing is locked, and no position is taken. */
    private final class Transaction implements AppendTransaction<AppendReceipt> {

        private final List<EncodedEvent> events;
        private final Condition condition;
        private final AtomicBoolean finished = new AtomicBoolean();

        Transaction(List<EncodedEvent> events, Condition condition) {
            this.events = events;
            this.condition = condition;
        }

        @Override
        public CompletableFuture<AppendReceipt> commit(@Nullable ProcessingContext context) {
            if (finished.getAndSet(true)) {
                return CompletableFuture.failedFuture(new IllegalStateException("already committed or rolled back"));
            }
            return append(events, condition, context);
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            finished.set(true);
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                AppendReceipt receipt, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(receipt.lastPosition()));
        }

        @Override
        public String toString() {
            return events.stream().map(EncodedEvent::type).collect(Collectors.joining(", ", "append of ", ""));
        }
    }
}
