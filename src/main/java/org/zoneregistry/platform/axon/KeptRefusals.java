package org.zoneregistry.platform.axon;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.platform.command.Outcome;

/**
 * Refusals under an idempotency key, kept so that the key answers the same for ever.
 *
 * <p>Once a refusal is kept, no event can carry the key; once an event carries the key, no refusal can be kept.
 */
interface KeptRefusals {

    /** The refusal kept under the origin's key, or that the key was used for another request; empty without either. */
    CompletableFuture<Optional<Outcome.Refused>> find(Origin origin);

    /**
     * Keeps a refusal under the origin's key, where it has one and the refusal is lasting.
     *
     * @return the refusal, or the one that was kept there before. Fails with
     *     {@link org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException} where an event
     *     carries the key by now, so that the command is sent again and finds it
     */
    CompletableFuture<Outcome> keep(Handled.Refusing refusing, Origin origin);
}
