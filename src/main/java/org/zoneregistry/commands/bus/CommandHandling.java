package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.modelling.StateManager;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.log.Assumptions;
import org.zoneregistry.tracing.Traces;

/**
 * Handles every command on the bus. If the command was sent before, it returns that outcome. Otherwise the slice
 * decides, and the events are appended.
 */
final class CommandHandling {

    private static final MessageType RESULT = new MessageType("command-result");

    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final EventFamilies families;
    private final Traces traces;

    CommandHandling(InstantSource clock, Supplier<UUID> ids, EventFamilies families, Traces traces) {
        this.clock = clock;
        this.ids = ids;
        this.families = families;
        this.traces = traces;
    }

    <C> MessageStream.Single<CommandResultMessage> handle(
            CommandSlice<C> slice, CommandMessage message, ProcessingContext context) {
        C command = requireNonNull(slice.command().cast(message.payload()));
        boolean assuming = OriginMetadata.isAssuming(message.metadata());
        if (assuming) {
            context.putResource(Assumptions.RESOURCE_KEY, new Assumptions());
        }
        Entities entities = new Entities() {
            @Override
            public <B, S> CompletableFuture<S> load(Class<S> type, B boundary) {
                return context.component(StateManager.class).loadEntity(type, boundary, context);
            }
        };
        Span deciding = traces.begin("decide " + slice.name(), message.metadata());
        CompletableFuture<Handled> handling = handle(slice, command, message, entities, context);
        return MessageStream.fromFuture((assuming ? appendingOnly(handling) : handling)
                .whenComplete((handled, failure) -> Traces.end(deciding, failure))
                .thenApply(handled -> result(message, handled)));
    }

    private <C> CompletableFuture<Handled> handle(
            CommandSlice<C> slice, C command, CommandMessage message, Entities entities, ProcessingContext context) {
        Origin origin = OriginMetadata.read(message.metadata());
        if (OriginMetadata.isTrying(message.metadata())) {
            return slice.handler()
                    .decide(command, origin, entities)
                    .thenApply(decision -> new Handled.Tried(tried(decision, context)));
        }
        return earlier(origin, entities)
                .thenCompose(earlier -> earlier.events().isEmpty()
                        ? slice.handler()
                                .decide(command, origin, entities)
                                .thenApply(decision -> carryOut(decision, message, origin, context))
                        : CompletableFuture.completedFuture(recall(earlier, origin, context)));
    }

    /** Uses the command's identifier, because the result needs no identifier of its own. */
    private static CommandResultMessage result(CommandMessage command, Handled handled) {
        return new GenericCommandResultMessage(
                new GenericMessage(command.identifier(), RESULT, handled, Metadata.emptyInstance()));
    }

    /** Only an append checks assumptions; any other outcome has to be decided again. */
    private static CompletableFuture<Handled> appendingOnly(CompletableFuture<Handled> handling) {
        return handling.handle((handled, failure) -> {
            if (failure == null && handled instanceof Handled.Appending) {
                return handled;
            }
            throw new UncheckedAssumptionsException();
        });
    }

    private static CompletableFuture<EarlierOutcome> earlier(Origin origin, Entities entities) {
        String key = origin.idempotencyKey();
        return key == null
                ? CompletableFuture.completedFuture(EarlierOutcome.NONE)
                : entities.load(EarlierOutcome.class, new EarlierOutcome.Key(key));
    }

    private static Handled recall(EarlierOutcome earlier, Origin origin, ProcessingContext context) {
        var outcome = earlier.outcome();
        return outcome != null && Objects.equals(earlier.requestHash(), origin.requestHash())
                ? new Handled.Recalled(outcome)
                : new Handled.Settled(refused(IdempotencyKeys.reused(), context), false);
    }

    private Handled carryOut(Decision<?> decision, CommandMessage message, Origin origin, ProcessingContext context) {
        return switch (decision) {
            case Decision.Accepted<?>(var events) -> append(events, message, origin, context);
            case Decision.AlreadyRecorded<?>(var first) -> new Handled.Settled(alreadyRecorded(first), true);
            case Decision.Rejected<?>(var rejection) -> new Handled.Settled(refused(rejection, context), true);
        };
    }

    private Outcome.AlreadyRecorded alreadyRecorded(RecordedEvent<?> first) {
        String type = families.messageType(requireNonNull(first.event())).name();
        return new Outcome.AlreadyRecorded(
                new Outcome.Event(first.id(), type, first.position()), first.recordedAt(), false);
    }

    private static Outcome.Refused refused(Rejection rejection, ProcessingContext context) {
        return new Outcome.Refused(rejection, sourcedUpTo(context), false);
    }

    private Trial tried(Decision<?> decision, ProcessingContext context) {
        long position = sourcedUpTo(context);
        return switch (decision) {
            case Decision.Accepted<?>(var events) ->
                new Trial(
                        position,
                        events.stream()
                                .map(event -> new Trial.Event(
                                        families.messageType(event).name(), families.data(event)))
                                .toList(),
                        null);
            case Decision.AlreadyRecorded<?> _ -> new Trial(position, List.of(), null);
            case Decision.Rejected<?>(var rejection) -> new Trial(position, List.of(), rejection);
        };
    }

    private Handled append(List<?> events, CommandMessage message, Origin origin, ProcessingContext context) {
        EventStoreTransaction transaction = context.component(EventStore.class).transaction(context);
        for (int i = 0; i < events.size(); i++) {
            Object event = events.get(i);
            UUID id = ids.get();
            if (i == 0) {
                trace(traces.beginAppend(id, message.metadata()), context);
            }
            transaction.appendEvent(new GenericEventMessage(
                    id.toString(), families.messageType(event), event, origin.metadata(), clock.instant()));
        }
        return new Handled.Appending(context);
    }

    /** The append happens when the processing context commits. */
    private static void trace(Span append, ProcessingContext context) {
        if (append.isRecording()) {
            context.runOnAfterCommit(done -> Traces.end(append, null));
            context.onError((failed, phase, failure) -> Traces.end(append, failure));
        }
    }

    private static long sourcedUpTo(ProcessingContext context) {
        return context.component(EventStore.class).transaction(context).appendPosition()
                        instanceof GlobalIndexConsistencyMarker marker
                ? GlobalIndexConsistencyMarker.position(marker)
                : 0;
    }
}
