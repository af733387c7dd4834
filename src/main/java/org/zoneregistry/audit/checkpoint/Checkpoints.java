package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.platform.CallerContext;

/** What the registry has bound itself to: every checkpoint that it ever signed, and the keys. */
@ApplicationScoped
public class Checkpoints {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Pool pool;

    /** On a database. */
    public Checkpoints(Pool pool) {
        this.pool = pool;
    }

    /** The latest; empty while the log is empty, or where no node has a key. */
    public Uni<Optional<IssuedCheckpoint>> latest() {
        return CallerContext.returnTo(CheckpointTable.latest(pool));
    }

    /**
     * The latest, once it covers so many events: a tree is signed a moment after it has grown. Empty at once where there is none at all. Fails
     * with {@link NotCoveredException} where it has not come in time.
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
     * All, in the order in which they were issued, which is that of their sizes; two can have the same size (and then the same root) where the key
     * was changed.
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
