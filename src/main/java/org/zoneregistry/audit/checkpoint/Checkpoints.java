package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.process.CallerContext;

/** What the registry has bound itself to: every checkpoint that it ever signed, and the keys. */
@ApplicationScoped
public class Checkpoints {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Pool pool;
    private final KnownHistory history;
    private final LastCheckpoint last;

    /**
     * On a database.
     *
     * @param history after whose loss the last checkpoint is the one that is kept
     * @param last keeps what is given out
     */
    @Inject
    public Checkpoints(Pool pool, KnownHistory history, LastCheckpoint last) {
        this.pool = pool;
        this.history = history;
        this.last = last;
    }

    /** The latest; empty while the log is empty, or where no node has a key. */
    public Uni<Optional<IssuedCheckpoint>> latest() {
        return CallerContext.returnTo(CheckpointTable.latest(pool).chain(this::kept));
    }

    private Uni<Optional<IssuedCheckpoint>> kept(Optional<IssuedCheckpoint> latest) {
        if (history.lost().isPresent()) {
            return Uni.createFrom().item(last::find);
        }
        latest.filter(last::wants)
                .ifPresent(later -> Infrastructure.getDefaultWorkerPool().execute(() -> last.keep(later)));
        return Uni.createFrom().item(latest);
    }

    /**
     * The latest, once it covers so many events: a tree is signed a moment after it has grown. Empty at once where
     * there is none at all. Fails with {@link NotCoveredException} where it has not come in time.
     */
    public Uni<Optional<IssuedCheckpoint>> covering(long size, Duration atMost) {
        return Uni.createFrom()
                .deferred(this::latest)
                .invoke(latest -> {
                    if (latest.isPresent() && latest.get().size() < size) {
                        throw new NotCoveredException(size);
                    }
                })
                .onFailure(NotCoveredException.class)
                .retry()
                .withBackOff(LOOK_AGAIN, LOOK_AGAIN)
                .expireIn(atMost.toMillis())
                .onFailure(late -> late.getCause() instanceof NotCoveredException)
                .transform(Throwable::getCause);
    }

    /**
     * All, in the order in which they were issued, which is that of their sizes; two can have the same size (and then
     * the same root) where the key was changed.
     *
     * @param after those issued after that time; {@link Instant#EPOCH} for all
     * @param limit how many at most
     */
    public Uni<List<IssuedCheckpoint>> issuedAfter(Instant after, int limit) {
        return CallerContext.returnTo(CheckpointTable.after(pool, after.atOffset(ZoneOffset.UTC), limit));
    }

    /** The keys, the first first; those of earlier checkpoints stay listed. */
    public Uni<List<ListedKey>> keys() {
        return CallerContext.returnTo(CheckpointTable.keys(pool));
    }
}
