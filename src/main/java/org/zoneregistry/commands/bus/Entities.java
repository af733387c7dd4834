package org.zoneregistry.commands.bus;

import java.util.concurrent.CompletableFuture;

/**
 * The states that a decision needs, sourced from the log. The sourced events are the decision's consistency boundary.
 */
public interface Entities {

    /**
     * Sources a state.
     *
     * @param type the kind of state, as registered by an {@link EntitySlice}
     * @param boundary selects its events
     */
    <B, S> CompletableFuture<S> load(Class<S> type, B boundary);
}
