package org.zoneregistry.commands.bus;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.RoutingStrategy;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.ConfigurationApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.log.LogEventStore;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.tracing.Traces;

/** Registers the slices with Axon, by lambdas only: no scanning and no reflection. */
@Singleton
final class AxonWiring {

    @Produces
    @Singleton
    EventFamilies families(@All List<EventSlice<?>> families) {
        return new EventFamilies(families);
    }

    @Produces
    @Singleton
    AxonConfiguration axon(
            PostgresEventStorageEngine engine,
            EventFamilies families,
            InstantSource clock,
            Traces traces,
            @All List<EntitySlice> entities,
            @All List<CommandSlice<?>> commands) {
        var configurer = EventSourcingConfigurer.create()
                .registerEventStorageEngine(configuration -> engine)
                .registerTagResolver(configuration -> families::tags)
                .registerEventStore(configuration -> new LogEventStore(engine, families::tags))
                .componentRegistry(registry -> registry
                        // a message's origin has its cause; nothing is copied from message to message
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                configuration -> new DefaultCorrelationDataProviderRegistry())
                        // an append has its own transaction; a command has no other
                        .registerComponent(
                                UnitOfWorkFactory.class,
                                configuration ->
                                        new SimpleUnitOfWorkFactory(new ConfigurationApplicationContext(configuration)))
                        // the defaults would reflect on annotations; they are not needed, because messages have their
                        // type and the bus has one node
                        .registerComponent(MessageTypeResolver.class, configuration -> payload -> Optional.empty())
                        .registerComponent(RoutingStrategy.class, configuration -> command -> command.identifier()));
        entities.forEach(entity -> configurer.registerEntity(entity.module()));
        var handling = new CommandHandling(clock, new UuidV7(clock), families, traces);
        var module = CommandHandlingModule.named("commands").commandHandlers();
        for (CommandSlice<?> slice : commands) {
            module = module.commandHandler(
                    new QualifiedName(slice.name()), (command, context) -> handling.handle(slice, command, context));
        }
        configurer.registerCommandHandlingModule(module);
        return configurer.start();
    }

    void stop(@Disposes AxonConfiguration axon) {
        axon.shutdown();
    }

    @Produces
    @Singleton
    Commands commands(
            AxonConfiguration axon, @All List<CommandSlice<?>> slices, KeptOutcomes kept, InstantSource clock) {
        var names = slices.stream()
                .collect(Collectors.<CommandSlice<?>, Class<?>, MessageType>toMap(
                        CommandSlice::command, slice -> new MessageType(slice.name())));
        return new AxonCommands(axon.getComponent(CommandBus.class), UuidV7.guessable(clock), names, kept);
    }
}
