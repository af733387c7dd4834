package org.zoneregistry.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.axonframework.common.Registration;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventBus;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * For an event store whose events nobody is handed while they are appended: who follows the log reads it. Axon's own bus
 * makes a list of them and several actions in each unit of work, whether there are any or not.
 */
public final class NoSubscribers implements EventBus {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Void> publish(@Nullable ProcessingContext context, List<EventMessage> events) {
        return DONE;
    }

    /** Always fails with {@link UnsupportedOperationException}: a subscriber would never be told anything. */
    @Override
    public Registration subscribe(
            BiFunction<List<? extends EventMessage>, ProcessingContext, CompletableFuture<?>> consumer) {
        throw new UnsupportedOperationException("nothing is published; read the log");
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        // there is nothing to say
    }
}
