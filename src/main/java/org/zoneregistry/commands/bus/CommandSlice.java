package org.zoneregistry.commands.bus;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;

/**
 * One command: its name, and how it is decided.
 *
 * @param <C> the command
 * @param name the name of the command on the bus, such as {@code establish-zone}
 * @param command the type of the command
 * @param handler how it is decided
 */
public record CommandSlice<C>(String name, Class<C> command, Handler<C> handler) {

    /** How a command is decided. */
    @FunctionalInterface
    public interface Handler<C> {

        /**
         * Sources what the decision needs and decides. Called again from the start when another command has changed the
         * sourced state in between.
         */
        CompletableFuture<? extends Decision<?>> decide(C command, Origin origin, Entities entities);
    }

    /**
     * A command that is decided on one state alone.
     *
     * @param boundary which events make the state
     */
    public static <C, B, S> CommandSlice<C> on(
            Class<S> state,
            String name,
            Class<C> command,
            Function<C, B> boundary,
            BiFunction<S, C, Decision<?>> decider) {
        return new CommandSlice<>(
                name,
                command,
                (asked, _, entities) -> entities.load(state, boundary.apply(asked))
                        .thenApply(sourced -> decider.apply(sourced, asked)));
    }

    /** The same command, with a refusal that needs no state and comes first. */
    public CommandSlice<C> unless(Function<C, Optional<Rejection>> refusal) {
        return new CommandSlice<>(name, command, (asked, origin, entities) -> {
            Optional<Rejection> refused = refusal.apply(asked);
            return refused.isPresent()
                    ? CompletableFuture.completedFuture(Decision.reject(refused.get()))
                    : handler.decide(asked, origin, entities);
        });
    }
}
