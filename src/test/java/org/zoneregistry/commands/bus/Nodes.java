package org.zoneregistry.commands.bus;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.configuration.AxonConfiguration;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.tracing.Traces;

/** More nodes on the application's database: each with its own engine and command bus, and with the same slices. */
@Singleton
public final class Nodes {

    private final LogWiring log = new LogWiring();
    private final AxonWiring axon = new AxonWiring();
    private final Vertx vertx;
    private final Pool pool;
    private final InstantSource clock;
    private final EventFamilies families;
    private final List<EntitySlice> entities;
    private final List<CommandSlice<?>> commands;
    private final KeptOutcomes kept;

    Nodes(
            Vertx vertx,
            Pool pool,
            InstantSource clock,
            EventFamilies families,
            @All List<EntitySlice> entities,
            @All List<CommandSlice<?>> commands,
            KeptOutcomes kept) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.families = families;
        this.entities = entities;
        this.commands = commands;
        this.kept = kept;
    }

    /** Starts a node. */
    public Node start() {
        var decisions = new AtomicInteger();
        List<CommandSlice<?>> counted = commands.stream()
                .<CommandSlice<?>>map(slice -> counted(slice, decisions))
                .toList();
        PostgresEventStorageEngine engine =
                log.engine(vertx, pool, new KnownHistory(), families, new AppendMeters(new SimpleMeterRegistry()));
        AxonConfiguration configuration = axon.axon(engine, families, clock, Traces.NONE, entities, counted);
        return new Node(axon.commands(configuration, counted, kept, clock), decisions, () -> {
            axon.stop(configuration);
            log.close(engine);
        });
    }

    /**
     * A node.
     *
     * @param decisions how many decisions it has made: one for each command, and one more for each lost race
     */
    public record Node(Commands commands, AtomicInteger decisions, Runnable stop) implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }

    private static <C> CommandSlice<C> counted(CommandSlice<C> slice, AtomicInteger decisions) {
        return new CommandSlice<>(slice.name(), slice.command(), (command, origin, entities) -> {
            decisions.incrementAndGet();
            return slice.handler().decide(command, origin, entities);
        });
    }
}
