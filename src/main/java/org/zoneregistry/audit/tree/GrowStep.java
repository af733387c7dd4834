package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.CheckpointTable;
import org.zoneregistry.audit.checkpoint.Contradiction;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.checkpoint.LogHalt;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.LostEvent;

/**
 * One step of the tree, in one transaction: lock the tree, hash the next events, write the changed tiles, update the
 * size, and sign if a checkpoint is due.
 *
 * <p>The step reads the event of the last leaf again. If the log has another event there, or none, or if tiles are
 * missing, the tree is deleted and computed again from the log. When the tree reaches the size of a checkpoint, its
 * root must be the signed one. The log must not end before the last checkpoint. Otherwise the log is halted.
 */
final class GrowStep {

    private static final Logger LOG = Logger.getLogger(GrowStep.class);

    /**
     * Locks the tree. Its transaction may be lost in a crash, since the tree can be computed again; so it need not wait
     * for the disk. A checkpoint must be on disk.
     */
    private static final String LOCK = """
            select size,
                   exists (select from audit_halt),
                   set_config('synchronous_commit', 'off', true),
                   set_config('idle_in_transaction_session_timeout', '15s', true)
            from audit_tree
            for update skip locked
            """;

    private static final String CREATE = "insert into audit_tree (size) values (0) on conflict do nothing";
    private static final String SET_SIZE = "update audit_tree set size = $1";
    private static final String CLEAR = "delete from audit_tile";

    private final Pool pool;
    private final KnownHistory history;
    private final LastCheckpoint last;
    private final TreeSettings settings;
    private final TreeSigning signing;
    private volatile @Nullable Edge remembered;
    private volatile boolean isHaltedForAll;
    private final AtomicBoolean isLossLogged = new AtomicBoolean();

    GrowStep(Pool pool, KnownHistory history, CheckpointSigner signer, LastCheckpoint last, TreeSettings settings) {
        this.pool = pool;
        this.history = history;
        this.last = last;
        this.settings = settings;
        this.signing = new TreeSigning(signer, last, settings.checkpointInterval());
        // other nodes and a restart must learn of it at once; if this fails, the next step tries again
        history.whenLost(lost -> haltForAll(lost)
                .subscribe()
                .with(halted -> {}, failed -> LOG.debug("The loss could not be stored yet.", failed)));
    }

    /** The result of a step. */
    enum Kind {
        /** Another node holds the lock. */
        LOCKED_ELSEWHERE,
        /** There is more work now. */
        MORE,
        /** The end of the log was reached, and a checkpoint isn't due yet. */
        UNSIGNED,
        /** The end of the log was reached, and nothing is left to sign. */
        DONE,
        /** The log is halted. */
        HALTED
    }

    /**
     * The outcome of a step.
     *
     * @param size of the tree afterwards
     * @param signed the last signed checkpoint, of any node; null if it wasn't read
     */
    record Outcome(Kind kind, long size, @Nullable IssuedCheckpoint signed) {

        Outcome(Kind kind, long size) {
            this(kind, size, null);
        }
    }

    /**
     * Whether the last due checkpoint wasn't signed, because lost events had been signed under this origin and were
     * given up.
     */
    boolean isOriginLost() {
        return signing.isOriginLost();
    }

    /** Makes the next step read the tree again, and check that all tiles are there. */
    void forget() {
        remembered = null;
    }

    /** Takes one step. Calls must not overlap. */
    Uni<Outcome> take() {
        Optional<LostEvent> lost = history.lost();
        if (lost.isPresent()) {
            return haltForAll(lost.get());
        }
        return pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .chain(locked -> {
                            if (locked.size() == 0) {
                                return Uni.createFrom().nullItem();
                            }
                            Row tree = locked.iterator().next();
                            return tree.getBoolean(1)
                                    ? halted(connection, tree.getLong(0))
                                    : proved(connection, tree.getLong(0));
                        }))
                .chain(outcome ->
                        outcome == null ? lockedElsewhere() : Uni.createFrom().item(outcome))
                .onFailure()
                .invoke(this::forget);
    }

    /**
     * Checks that the database has the events that this node has seen, and lists the checkpoint that this node has
     * signed.
     */
    private Uni<Void> prove(SqlConnection connection) {
        return Uni.createFrom()
                .completionStage(() -> history.prove(connection.getDelegate()).toCompletionStage())
                .chain(() -> last.list(connection));
    }

    /** Goes on, unless events are lost. A loss is more than a contradiction: readers must know what is gone. */
    private Uni<Outcome> proved(SqlConnection connection, long size) {
        return prove(connection)
                .chain(() -> history.lost()
                        .map(lost -> halt(connection, lost).replaceWith(new Outcome(Kind.HALTED, size)))
                        .orElseGet(() -> compared(connection, size)));
    }

    /** Goes on, unless the tree has another root at the size of this node's last checkpoint. */
    private Uni<Outcome> compared(SqlConnection connection, long size) {
        return OwnCheckpoint.contradiction(last, connection, size)
                .chain(found -> found.map(contradiction -> halt(connection, contradiction))
                        .orElseGet(() -> edge(connection, size)
                                .chain(edge -> edge.map(known -> grow(connection, known))
                                        .orElseGet(() -> startAnew(connection, "tiles are missing")))));
    }

    /** The log was halted before. This node's checkpoint is listed too: it may be later than those of other nodes. */
    private Uni<Outcome> halted(SqlClient connection, long size) {
        return LogHalt.findLost(connection)
                .invoke(found -> found.ifPresent(loss -> {
                    isHaltedForAll = isHaltedForAll || history.lost().isEmpty();
                    history.adopt(loss.event(), loss.common());
                }))
                .chain(() -> last.list(connection))
                .replaceWith(new Outcome(Kind.HALTED, size));
    }

    /**
     * The log lacks events that this node has seen. No node may append to it or sign it. This node's checkpoint stays
     * binding: it is listed, unless the database still has it.
     */
    private Uni<Outcome> haltForAll(LostEvent lost) {
        var halted = new Outcome(Kind.HALTED, Math.min(history.reach(), lost.logSize()));
        if (isHaltedForAll) {
            return Uni.createFrom().item(halted);
        }
        if (!isLossLogged.getAndSet(true)) {
            LOG.fatalf("%s Nothing is appended or signed any more.", lost.sentence());
        }
        return pool.withTransaction(connection -> prove(connection).chain(() -> halt(connection, lost)))
                .invoke(() -> isHaltedForAll = true)
                .replaceWith(halted);
    }

    /** After {@link #prove}, which finds out how much both histories have. */
    private Uni<Void> halt(SqlConnection connection, LostEvent lost) {
        return LogHalt.halt(connection, new LogHalt.Loss(lost, history.reach()));
    }

    private Uni<Outcome> lockedElsewhere() {
        return last.list(pool)
                .chain(() -> pool.query(CREATE).execute())
                .chain(() -> pool.query("select size, exists (select from audit_halt) from audit_tree")
                        .execute())
                .chain(rows -> {
                    Row tree = rows.iterator().next();
                    long size = tree.getLong(0);
                    return tree.getBoolean(1)
                            ? halted(pool, size)
                            : OwnCheckpoint.contradiction(last, pool, size)
                                    .chain(found -> found.map(other -> halt(pool, other))
                                            .orElseGet(() -> CheckpointTable.latest(pool)
                                                    .map(latest -> new Outcome(
                                                            Kind.LOCKED_ELSEWHERE, size, latest.orElse(null)))));
                });
    }

    private Uni<Optional<Edge>> edge(SqlConnection connection, long size) {
        Edge mine = remembered;
        remembered = null;
        return mine != null && mine.size() == size
                ? Uni.createFrom().item(Optional.of(mine))
                : Edge.read(connection, size);
    }

    private Uni<Outcome> grow(SqlConnection connection, Edge edge) {
        long size = edge.size();
        int overlap = size == 0 ? 0 : 1;
        long last = size + settings.block();
        return LeafHashes.read(connection, size + 1 - overlap, last).chain(leaves -> {
            boolean isSame =
                    overlap == 0 || (leaves.count() > 0 && edge.lastLeaf().equals(Optional.of(leaves.hash(0))));
            return isSame
                    ? CheckpointTable.between(connection, size, size + leaves.count() - overlap)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .chain(signed -> add(connection, edge, leaves, overlap, signed))
                    : startAnew(connection, "the event at position " + size + " was changed or is missing");
        });
    }

    private Uni<Outcome> add(
            SqlConnection connection, Edge edge, LeafHashes leaves, int overlap, List<IssuedCheckpoint> signed) {
        long size = edge.size();
        var tiles = edge.tiles();
        int passed = 0;
        for (int i = overlap; i < leaves.count(); i++) {
            tiles.add(leaves.hash(i));
            for (; passed < signed.size() && signed.get(passed).size() == tiles.size(); passed++) {
                IssuedCheckpoint checkpoint = signed.get(passed);
                if (!checkpoint.root().equals(tiles.root())) {
                    return halt(
                            connection,
                            new Contradiction(
                                    checkpoint.size(),
                                    checkpoint.root(),
                                    Optional.of(tiles.root()),
                                    size + leaves.count() - overlap));
                }
            }
        }
        if (leaves.isBroken() && tiles.size() == size && overlap <= leaves.count()) {
            return broken(connection, edge);
        }
        boolean isFull = tiles.size() == size + settings.block();
        var grown =
                new Edge(tiles, leaves.count() == 0 ? edge.lastLeaf() : Optional.of(leaves.hash(leaves.count() - 1)));
        Uni<Void> written = tiles.size() == size
                ? Uni.createFrom().voidItem()
                : TileTable.write(connection, tiles.changed())
                        .chain(() -> connection.preparedQuery(SET_SIZE).execute(Tuple.of(tiles.size())))
                        .replaceWithVoid();
        return written.chain(() -> CheckpointTable.latest(connection))
                .chain(latest -> end(connection, grown, isFull, latest))
                .invoke(outcome -> remembered = outcome.size() == grown.size() ? grown : null);
    }

    /** The log has a gap. If the gap was signed, the log contradicts a checkpoint; otherwise the log is broken. */
    private static Uni<Outcome> broken(SqlConnection connection, Edge edge) {
        long size = edge.size();
        return CheckpointTable.latest(connection).chain(latest -> {
            if (latest.isPresent() && latest.get().size() > size) {
                return halt(connection, endsBefore(latest.get(), size));
            }
            return Uni.createFrom()
                    .failure(new IllegalStateException(
                            "The log has no event at position " + (size + 1) + ", but has later events."));
        });
    }

    private static Contradiction endsBefore(IssuedCheckpoint checkpoint, long size) {
        return new Contradiction(checkpoint.size(), checkpoint.root(), Optional.empty(), size);
    }

    private Uni<Outcome> end(SqlConnection connection, Edge edge, boolean isFull, Optional<IssuedCheckpoint> latest) {
        long size = edge.size();
        long signedSize = latest.map(IssuedCheckpoint::size).orElse(0L);
        if (signedSize > size) {
            return isFull
                    ? Uni.createFrom().item(new Outcome(Kind.MORE, size))
                    : halt(connection, endsBefore(latest.orElseThrow(), size));
        }
        return signing.sign(connection, edge.tiles().root(), size, latest).chain(result -> switch (result) {
            case TreeSigning.Nothing nothing ->
                Uni.createFrom().item(new Outcome(isFull ? Kind.MORE : Kind.DONE, size));
            case TreeSigning.NotYet notYet ->
                Uni.createFrom().item(new Outcome(isFull ? Kind.MORE : Kind.UNSIGNED, size));
            case TreeSigning.Signed(IssuedCheckpoint checkpoint) ->
                Uni.createFrom().item(new Outcome(isFull ? Kind.MORE : Kind.DONE, size, checkpoint));
            case TreeSigning.Unfit(String reason) -> startAnew(connection, reason);
        });
    }

    /** Deletes the tree. The checkpoints stay, and the new tree must agree with all of them. */
    private Uni<Outcome> startAnew(SqlConnection connection, String reason) {
        LOG.warnf("The Merkle tree is computed again from the log, because %s.", reason);
        return connection
                .query(CLEAR)
                .execute()
                .chain(() -> connection.preparedQuery(SET_SIZE).execute(Tuple.of(0L)))
                .replaceWith(new Outcome(Kind.MORE, 0));
    }

    private static Uni<Outcome> halt(SqlClient connection, Contradiction found) {
        LOG.fatalf("%s Nothing is appended or signed any more.", found.sentence());
        return LogHalt.halt(connection, found).replaceWith(new Outcome(Kind.HALTED, found.logSize()));
    }
}
