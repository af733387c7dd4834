package org.zoneregistry.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.RoutingStrategy;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.ConfigurationApplicationContext;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.axonframework.modelling.StateManager;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.Assumptions;
import org.zoneregistry.log.UuidV7;

/**
 * Axon's command bus over an engine: a command sources the state for its decision, and appends one event. Our engine is
 * used as in the application: first on assumptions, and if they fail, after a read.
 */
final class AxonCommandBus implements Subject {

    /** The form of the trade events for an engine. */
    interface Shape {
        EventCriteria criteria(BenchTrade trade);

        Set<Tag> tags(BenchTrade trade);

        Object payload(BenchTrade trade);
    }

    /** The number of sourced events. */
    record Sourced(int events) {}

    private static final MessageType COMMAND = new MessageType("record-trade");
    private static final Metadata ASSUMING = Metadata.with("assuming", "true");
    private static final UuidV7 MESSAGE_ID = UuidV7.guessable(InstantSource.system()); // as in the application
    private static final MessageType RESULT = new MessageType("recorded");

    private final AxonConfiguration axon;
    private final CommandBus bus;
    private final int run;

    /** @param store makes the event store on an engine, with a tag resolver */
    AxonCommandBus(Function<TagResolver, EventStore> store, Shape shape, int run) {
        this.run = run;
        EventSourcingConfigurer configurer = EventSourcingConfigurer.create()
                .registerEventStore(configuration -> store.apply(event -> shape.tags(trade(event.payload()))))
                .componentRegistry(registry -> registry.registerComponent(
                                CorrelationDataProviderRegistry.class,
                                configuration -> new DefaultCorrelationDataProviderRegistry())
                        .registerComponent(
                                UnitOfWorkFactory.class,
                                configuration ->
                                        new SimpleUnitOfWorkFactory(new ConfigurationApplicationContext(configuration)))
                        .registerComponent(MessageTypeResolver.class, configuration -> payload -> Optional.empty())
                        .registerComponent(RoutingStrategy.class, configuration -> command -> command.identifier()));
        configurer.registerEntity(EventSourcedEntityModule.declarative(BenchTrade.class, Sourced.class)
                .messagingModel((configuration, model) -> model.entityEvolver(
                                (entity, event, context) -> new Sourced(entity.events() + 1))
                        .build())
                .entityFactory(configuration -> (id, first, context) -> new Sourced(0))
                .criteriaResolver(configuration -> (id, context) -> shape.criteria(id))
                .build());
        configurer.registerCommandHandlingModule(CommandHandlingModule.named("trade")
                .commandHandlers()
                .commandHandler(COMMAND.qualifiedName(), (command, context) -> {
                    if (command.metadata().containsKey("assuming")) {
                        context.putResource(Assumptions.RESOURCE_KEY, new Assumptions());
                    }
                    BenchTrade trade = requireNonNull((BenchTrade) command.payload());
                    return MessageStream.fromFuture(context.component(StateManager.class)
                            .loadEntity(Sourced.class, trade, context)
                            .thenApply(sourced -> {
                                if (sourced.events() != BenchTrade.LIFECYCLE_EVENTS) {
                                    throw new IllegalStateException("sourced " + sourced);
                                }
                                context.component(EventStore.class)
                                        .transaction(context)
                                        .appendEvent(trade.event(shape.payload(trade)));
                                return new GenericCommandResultMessage(new GenericMessage(
                                        command.identifier(), RESULT, trade.entry(), Metadata.emptyInstance()));
                            }));
                }));
        axon = configurer.start();
        bus = axon.getComponent(CommandBus.class);
    }

    private static BenchTrade trade(@Nullable Object payload) {
        JsonNode line = (JsonNode) requireNonNull(payload);
        return new BenchTrade(line.get("zone").textValue(), line.get("entryId").textValue());
    }

    @Override
    public CompletableFuture<?> record(long number) {
        BenchTrade trade = BenchTrade.of(run, number);
        return bus.dispatch(command(trade, ASSUMING), null)
                .exceptionallyCompose(failure -> bus.dispatch(command(trade, Metadata.emptyInstance()), null));
    }

    private static GenericCommandMessage command(BenchTrade trade, Metadata metadata) {
        return new GenericCommandMessage(new GenericMessage(MESSAGE_ID.get().toString(), COMMAND, trade, metadata));
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
