package org.zoneregistry.commands.bus;

import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.Decision;

/**
 * One command's place in the system: its name, and how it is decided.
 *
 * @param <C> the command
 */
public interface CommandSlice<C> {

    /** The name of the command on the bus, such as {@code establish-zone}. */
    String name();

    /** The type of the command. */
    Class<C> command();

    /**
     * Sources what the decision needs and decides. Called again from the start when another command has changed the
     * sourced state in between.
     */
    CompletableFuture<? extends Decision<?>> decide(C command, Origin origin, Entities entities);
}
