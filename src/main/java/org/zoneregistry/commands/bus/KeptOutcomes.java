package org.zoneregistry.commands.bus;

import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.log.SealedTags;
import org.zoneregistry.log.SealedTags.Sealing;
import org.zoneregistry.log.StoredBytes;

/**
 * Outcomes without events under an idempotency key. They are kept so that the key gives the same answer for ever.
 *
 * <p>Once an outcome is kept, no event can carry the key; once an event carries the key, no outcome can be kept.
 *
 * <p>They are kept with the sealed tag of the key.
 */
@Singleton
final class KeptOutcomes {

    private final SealedTags seals;

    KeptOutcomes(@PoolFor(Purpose.THE_LOG) Pool pool) {
        this.seals = new SealedTags(pool);
    }

    /** The outcome kept under the origin's key, or that the key was used for another request; empty without either. */
    CompletableFuture<Optional<Outcome.Unchanged>> find(Origin origin) {
        String key = origin.idempotencyKey();
        return key == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : seals.find(IdempotencyKeys.tag(key))
                        .thenApply(
                                kept -> kept.map(bytes -> KeptForm.read(bytes).answer(origin.requestHash())))
                        .toCompletableFuture();
    }

    /**
     * Keeps an outcome under the origin's key, if it has one.
     *
     * @return the outcome, or the one that was kept there before. Fails with
     *     {@link org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException} if an event has
     *     the key in the meantime, so that the command is sent again and finds it
     */
    CompletableFuture<Outcome> keep(Outcome.Unchanged outcome, Origin origin) {
        String key = origin.idempotencyKey();
        String requestHash = origin.requestHash();
        if (key == null || requestHash == null) {
            return CompletableFuture.completedFuture(outcome);
        }
        return seals.seal(IdempotencyKeys.tag(key), new KeptForm(requestHash, outcome).write())
                .thenCompose(sealing -> switch (sealing) {
                    case Sealing.Sealed(StoredBytes kept, boolean fresh) ->
                        CompletableFuture.<Outcome>completedFuture(
                                fresh ? outcome : KeptForm.read(kept).answer(requestHash));
                    case Sealing.Carried(long position) ->
                        CompletableFuture.<Outcome>failedFuture(new AppendEventsTransactionRejectedException(
                                "The event at " + position + " carries the idempotency key now."));
                })
                .toCompletableFuture();
    }
}
