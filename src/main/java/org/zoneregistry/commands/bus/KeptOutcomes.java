package org.zoneregistry.commands.bus;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;

/**
 * Outcomes without events under an idempotency key. They are kept so that the key gives the same answer for ever.
 *
 * <p>After an outcome is kept, no event can have the key. After an event has the key, no outcome can be kept.
 */
interface KeptOutcomes {

    /**
     * The outcome kept under the origin's key, or a refusal if the key was used for another request; empty if there is
     * neither.
     */
    CompletableFuture<Optional<Outcome.Unchanged>> find(Origin origin);

    /**
     * Keeps an outcome under the origin's key, if it has one.
     *
     * @return the outcome, or the one that was kept there before. Fails with
     *     {@link org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException} if an event has
     *     the key in the meantime, so that the command is sent again and finds it
     */
    CompletableFuture<Outcome> keep(Outcome.Unchanged outcome, Origin origin);
}
