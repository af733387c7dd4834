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

/** Keeps outcomes with the sealed tag of their idempotency key. */
@Singleton
final class SealedOutcomes implements KeptOutcomes {

    private final SealedTags seals;

    SealedOutcomes(@PoolFor(Purpose.THE_LOG) Pool pool) {
        this.seals = new SealedTags(pool);
    }

    @Override
    public CompletableFuture<Optional<Outcome.Unchanged>> find(Origin origin) {
        String key = origin.idempotencyKey();
        return key == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : seals.find(IdempotencyKeys.tag(key))
                        .thenApply(
                                kept -> kept.map(bytes -> KeptForm.read(bytes).answer(origin.requestHash())))
                        .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Outcome> keep(Outcome.Unchanged outcome, Origin origin) {
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
                                "The event at " + position + " has the idempotency key now."));
                })
                .toCompletableFuture();
    }
}
