package org.zoneregistry.commands.bus;

import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.Decision;

/**
 * One command: its name, and how it is decided.
 *
 * @param <C> the command
 */
public interface CommandSlice<C> {

    /** The name of the command on the bus, such as {@code establish-zone}. */
    String name();

    /** The type of the command. */
    Class<C> command();

    /**
     * Sources the state for the decision, and decides. It runs again from the start if another command has changed the
     * state in the meantime.
     */
    CompletableFuture<? extends Decision<?>> decide(C command, Origin origin, Entities entities);
}
