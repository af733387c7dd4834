package org.zoneregistry.commands.bus;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;

/**
 * Outcomes without events under an idempotency key, kept so that the key answers the same for ever.
 *
 * <p>Once an outcome is kept, no event can carry the key; once an event carries the key, no outcome can be kept.
 */
interface KeptOutcomes {

    /** The outcome kept under the origin's key, or that the key was used for another request; empty without either. */
    CompletableFuture<Optional<Outcome.Unchanged>> find(Origin origin);

    /**
     * Keeps an outcome under the origin's key, where it has one.
     *
     * @return the outcome, or the one that was kept there before. Fails with
     *     {@link org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException} where an event
     *     carries the key by now, so that the command is sent again and finds it
     */
    CompletableFuture<Outcome> keep(Outcome.Unchanged outcome, Origin origin);
}
