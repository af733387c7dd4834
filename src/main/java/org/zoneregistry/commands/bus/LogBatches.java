package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.log.AppendReceipt;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.log.UuidV7;

/**
 * The log for batches: many commands are decided together. Their state is sourced at once, and all their events are
 * appended at once, or none, under one condition.
 *
 * <p>It has the same guarantees as single commands, but does not use Axon's bus, whose work for one command is enough
 * here for a thousand.
 */
@Singleton
public final class LogBatches {

    /**
     * The events that the decisions of a batch depend on.
     *
     * @param events in the order of the log
     * @param marker the position up to which no other event matches
     */
    public record Sourced(List<EventMessage> events, ConsistencyMarker marker) {

        public Sourced {
            events = List.copyOf(events);
        }
    }

    /** Events that are ready to be appended. Nothing is sent yet. */
    public interface Append {

        /**
         * Appends them, durably.
         *
         * @return empty if the decisions missed a new matching event and have to be made again; fails as described in
         *     {@link PostgresEventStorageEngine}
         */
        CompletableFuture<Optional<AppendReceipt>> commit();
    }

    private final PostgresEventStorageEngine engine;
    private final EventFamilies families;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    LogBatches(PostgresEventStorageEngine engine, EventFamilies families, InstantSource clock) {
        this.engine = engine;
        this.families = families;
        this.clock = clock;
        this.ids = new UuidV7(clock);
    }

    /** Every matching event in the log. The answer comes on an event loop. */
    public CompletableFuture<Sourced> source(EventCriteria boundary) {
        var events = new ArrayList<EventMessage>();
        return engine.source(SourcingCondition.conditionFor(boundary), null)
                .reduce((ConsistencyMarker) new GlobalIndexConsistencyMarker(0), (marker, entry) -> {
                    if (entry.message() instanceof TerminalEventMessage) {
                        return requireNonNull(entry.getResource(ConsistencyMarker.RESOURCE_KEY));
                    }
                    events.add(entry.message());
                    return marker;
                })
                .thenApply(marker -> new Sourced(events, marker));
    }

    /**
     * Prepares events for an append, which is most of the work.
     *
     * @param events at least one
     * @param origin who sends them, without an idempotency key: the key belongs to the whole batch
     * @param boundary the criteria of the sourced events
     * @param marker the position up to which they were sourced
     */
    public Append prepare(List<?> events, Origin origin, EventCriteria boundary, ConsistencyMarker marker) {
        var metadata = origin.metadata();
        List<TaggedEventMessage<?>> tagged = new ArrayList<>(events.size());
        for (Object event : events) {
            var message = new GenericEventMessage(
                    ids.get().toString(), families.messageType(event), event, metadata, clock.instant());
            tagged.add(new GenericTaggedEventMessage<>(message, families.tags(message)));
        }
        var transaction =
                engine.appendEvents(AppendCondition.withCriteria(boundary).withMarker(marker), null, tagged);
        return () -> transaction.thenCompose(LogBatches::commit);
    }

    private static CompletableFuture<Optional<AppendReceipt>> commit(AppendTransaction<?> transaction) {
        return transaction
                .commit(null)
                .thenApply(receipt -> Optional.of((AppendReceipt) receipt))
                .exceptionallyCompose(failure -> lostRace(failure)
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean lostRace(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof AppendEventsTransactionRejectedException;
    }
}
