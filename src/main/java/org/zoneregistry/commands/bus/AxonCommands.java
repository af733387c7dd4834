package org.zoneregistry.commands.bus;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageType;
import org.zoneregistry.commands.CommandNotDecidedException;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.log.AppendReceipt;
import org.zoneregistry.log.Assumptions;
import org.zoneregistry.tracing.Traces;

/**
 * Sends commands over Axon's bus.
 *
 * <p>A command is first decided on the engine's cached events ({@link Assumptions}), which needs no read if the command
 * appends events. Otherwise it is decided again after a read, so no refusal depends on an assumption.
 *
 * <p>A command that lost a race is sent again: the state that it was decided on has changed. Each round of a race has a
 * winner, so the limit of rounds is only reached if very many commands race for the same zone at once.
 */
final class AxonCommands implements Commands {

    private static final int ATTEMPTS = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private final CommandBus bus;
    private final Supplier<UUID> ids; // ids of messages on the bus, which are not visible outside
    private final Map<Class<?>, MessageType> names;
    private final KeptOutcomes kept;

    AxonCommands(CommandBus bus, Supplier<UUID> ids, Map<Class<?>, MessageType> names, KeptOutcomes kept) {
        this.bus = bus;
        this.ids = ids;
        this.names = Map.copyOf(names);
        this.kept = kept;
    }

    @Override
    public Uni<Outcome> send(Object command, Origin origin) {
        Sending sending = sending(command, origin);
        return Uni.createFrom()
                .completionStage(() -> dispatch(sending, OriginMetadata::assuming))
                .onFailure(failure -> cause(failure) instanceof UncheckedAssumptionsException)
                .recoverWithUni(() -> Uni.createFrom().completionStage(() -> dispatch(sending)))
                .onFailure(AxonCommands::lostRace)
                .recoverWithUni(() -> raced(sending))
                .onFailure(AxonCommands::lostRace)
                .transform(failure -> new CommandNotDecidedException(
                        "The command lost " + ATTEMPTS + " races against others for the same zones.", failure));
    }

    @Override
    public Uni<Trial> tryOut(Object command, Origin origin) {
        Sending sending = sending(command, origin);
        return Uni.createFrom()
                .completionStage(() -> result(sending, OriginMetadata::trying)
                        .thenCompose(result -> result.payload() instanceof Handled.Tried(var trial)
                                ? CompletableFuture.completedFuture(trial)
                                : CompletableFuture.failedFuture(
                                        new IllegalStateException("A handler answered " + result.payload()))));
    }

    /**
     * A command to be sent, perhaps several times.
     *
     * @param metadata of its message
     */
    private record Sending(MessageType name, Object command, Origin origin, Map<String, String> metadata) {}

    private Sending sending(Object command, Origin origin) {
        Map<String, String> metadata = OriginMetadata.write(origin);
        Traces.carry(metadata);
        return new Sending(name(command), command, origin, metadata);
    }

    private MessageType name(Object command) {
        MessageType name = names.get(command.getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    "No slice handles a " + command.getClass().getName() + ".");
        }
        return name;
    }

    /** After a lost race, the key may have an outcome of another request, and its tag may be sealed. */
    private Uni<Outcome> raced(Sending sending) {
        return Uni.createFrom()
                .completionStage(() -> kept.find(sending.origin()))
                .flatMap(found -> found.map(outcome -> Uni.createFrom().<Outcome>item(outcome))
                        .orElseGet(() -> Uni.createFrom().completionStage(() -> dispatch(sending))))
                .onFailure(AxonCommands::lostRace)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .atMost(ATTEMPTS);
    }

    private CompletableFuture<Outcome> dispatch(Sending sending) {
        return dispatch(sending, UnaryOperator.identity());
    }

    private CompletableFuture<Outcome> dispatch(Sending sending, UnaryOperator<Map<String, String>> mode) {
        return result(sending, mode).thenCompose(result -> outcome(result, sending.origin()));
    }

    private CompletableFuture<CommandResultMessage> result(Sending sending, UnaryOperator<Map<String, String>> mode) {
        var message = new GenericMessage(
                ids.get().toString(), sending.name(), sending.command(), mode.apply(sending.metadata()));
        return bus.dispatch(new GenericCommandMessage(message), null).thenApply(result -> result);
    }

    private CompletableFuture<Outcome> outcome(CommandResultMessage result, Origin origin) {
        return switch (result.payload()) {
            case Handled.Appending appending -> CompletableFuture.completedFuture(recorded(appending));
            case Handled.Recalled(var outcome) -> CompletableFuture.completedFuture(outcome);
            case Handled.Settled(var outcome, var lasting) ->
                lasting ? kept.keep(outcome, origin) : CompletableFuture.completedFuture(outcome);
            case null, default ->
                CompletableFuture.failedFuture(new IllegalStateException("A handler answered " + result.payload()));
        };
    }

    private static Outcome recorded(Handled.Appending appending) {
        AppendReceipt receipt = appending.receipt();
        return new Outcome.Recorded(
                receipt.lastPosition(),
                receipt.events().getLast().recordedAt(),
                receipt.events().stream()
                        .map(event -> new Outcome.Event(event.id(), event.type(), event.position()))
                        .toList(),
                false);
    }

    private static boolean lostRace(Throwable failure) {
        return cause(failure) instanceof AppendEventsTransactionRejectedException;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
