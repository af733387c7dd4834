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
 * The log for those who decide on many commands as one: what all of them rest on is sourced at once, and all their
 * events are appended at once, or none, under one condition.
 *
 * <p>The same guarantees as for single commands, without Axon's bus in between: it does for each command what here is
 * done for a thousand.
 */
@Singleton
public final class LogBatches {

    /**
     * What a batch of decisions rests on.
     *
     * @param events in the order of the log
     * @param marker up to which position nothing else matches
     */
    public record Sourced(List<EventMessage> events, ConsistencyMarker marker) {

        public Sourced {
            events = List.copyOf(events);
        }
    }

    /** Events that are ready to be appended; nothing is sent yet. */
    public interface Append {

        /**
         * Appends them, durably.
         *
         * @return empty where an event has come between that the decisions should have rested on: they are to be made
         *     anew; fails as {@link PostgresEventStorageEngine} says
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

    /** Everything in the log that matches. The answer comes on an event loop. */
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
     * Makes events ready to be appended, which is most of the work.
     *
     * @param events at least one
     * @param origin who they come from, without an idempotency key: the key is the whole batch's business
     * @param boundary what the decisions rest on, as it was sourced
     * @param marker up to where it was
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
