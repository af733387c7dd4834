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

/** All signed checkpoints, and their keys. The registry is bound by them. */
@ApplicationScoped
public class Checkpoints {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Pool pool;
    private final KnownHistory history;
    private final LastCheckpoint last;

    /**
     * Uses a database.
     *
     * @param history after a loss, the last checkpoint may be one that only this node has stored
     * @param last stores issued checkpoints
     */
    @Inject
    public Checkpoints(Pool pool, KnownHistory history, LastCheckpoint last) {
        this.pool = pool;
        this.history = history;
        this.last = last;
    }

    /** The latest checkpoint; empty if the log is empty, or no node has a key. */
    public Uni<Optional<IssuedCheckpoint>> latest() {
        return CallerContext.returnTo(CheckpointTable.latest(pool).chain(this::kept));
    }

    private Uni<Optional<IssuedCheckpoint>> kept(Optional<IssuedCheckpoint> latest) {
        if (history.lost().isPresent()) {
            return Uni.createFrom()
                    .item(() -> last.find()
                            .filter(own -> latest.map(IssuedCheckpoint::size).orElse(0L) < own.size())
                            .or(() -> latest));
        }
        latest.filter(last::wants)
                .ifPresent(later -> Infrastructure.getDefaultWorkerPool().execute(() -> last.keep(later)));
        return Uni.createFrom().item(latest);
    }

    /**
     * The latest checkpoint, as soon as it covers that many events: a tree is signed soon after it has grown. Empty at
     * once if there is no checkpoint. Fails with {@link NotCoveredException} after the given time.
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
                .withBackOff(POLL_INTERVAL, POLL_INTERVAL)
                .expireIn(atMost.toMillis())
                .onFailure(late -> late.getCause() instanceof NotCoveredException)
                .transform(Throwable::getCause);
    }

    /**
     * All checkpoints, ordered by time of issue. That is the order of their sizes, except for one that was listed
     * again. Two can have the same size and root if the key was changed.
     *
     * @param upTo only checkpoints of at most that many events
     * @param after only checkpoints issued after that time; {@link Instant#EPOCH} for all
     * @param limit the largest number of checkpoints
     */
    public Uni<List<IssuedCheckpoint>> issuedAfter(long upTo, Instant after, int limit) {
        return CallerContext.returnTo(CheckpointTable.after(pool, upTo, after.atOffset(ZoneOffset.UTC), limit));
    }

    /**
     * The same in the opposite order: the latest first.
     *
     * @param before only checkpoints issued before that time
     */
    public Uni<List<IssuedCheckpoint>> issuedBefore(long upTo, Instant before, int limit) {
        return CallerContext.returnTo(CheckpointTable.before(pool, upTo, before.atOffset(ZoneOffset.UTC), limit));
    }

    /** The keys, the oldest first. The keys of earlier checkpoints stay listed. */
    public Uni<List<ListedKey>> keys() {
        return CallerContext.returnTo(CheckpointTable.keys(pool));
    }
}
