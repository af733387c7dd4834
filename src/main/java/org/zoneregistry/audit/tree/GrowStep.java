package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
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
 * One step of the tree: lock it, hash the events that come after it, write the tiles that these change, move its size,
 * and sign it where that is due; in one transaction.
 *
 * <p>The step reads the event of the last leaf again. Where the log has another one in its place, or none, or where
 * tiles are missing, the tree is thrown away and computed from the log. Whenever the tree passes the size of a
 * checkpoint its root must be the one that was signed, and it must not end before the last: else the log is halted.
 */
final class GrowStep {

    private static final Logger LOG = Logger.getLogger(GrowStep.class);

    /** The tree needn't be on disk before what follows: it is computed again. A checkpoint has to be. */
    private static final String LOCK = """
            select size,
                   exists (select from audit_halt),
                   set_config('synchronous_commit', 'off', true),
                   set_config('idle_in_transaction_session_timeout', '15s', true)
            from audit_tree
            for update skip locked
            """;

    private static final String MAKE = "insert into audit_tree (size) values (0) on conflict do nothing";
    private static final String MOVE = "update audit_tree set size = $1";
    private static final String CLEAR = "delete from audit_tile";

    private final Pool pool;
    private final KnownHistory history;
    private final LastCheckpoint last;
    private final TreeSettings settings;
    private final TreeSigning signing;
    private volatile @Nullable Edge remembered;
    private volatile boolean isHaltedForAll;

    GrowStep(Pool pool, KnownHistory history, CheckpointSigner signer, LastCheckpoint last, TreeSettings settings) {
        this.pool = pool;
        this.history = history;
        this.last = last;
        this.settings = settings;
        this.signing = new TreeSigning(signer, last, settings.checkpointInterval());
    }

    /** What a step came to. */
    enum Kind {
        /** Another node was at it. */
        ELSEWHERE,
        /** There is more to be done at once. */
        MORE,
        /** The log's end was reached, and a checkpoint isn't due yet. */
        UNSIGNED,
        /** The log's end was reached, and all is signed that can be. */
        DONE,
        /** The log is halted. */
        HALTED
    }

    /**
     * A step that was taken.
     *
     * @param size of the tree afterwards
     * @param signed the last checkpoint that was signed, here or elsewhere; null where it wasn't looked for
     */
    record Outcome(Kind kind, long size, @Nullable IssuedCheckpoint signed) {

        Outcome(Kind kind, long size) {
            this(kind, size, null);
        }
    }

    /**
     * Whether the last that was due wasn't signed, because events were given up that had been signed under this origin.
     */
    boolean isOriginLost() {
        return signing.isOriginLost();
    }

    /** Makes it read all that it remembers of the tree anew, and see whether all tiles are there. */
    void forget() {
        remembered = null;
    }

    /** Takes the step. Never two at a time. */
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
                                    ? Uni.createFrom().item(new Outcome(Kind.HALTED, tree.getLong(0)))
                                    : prove(connection)
                                            .chain(() -> edge(connection, tree.getLong(0)))
                                            .chain(edge -> edge.map(found -> grow(connection, found))
                                                    .orElseGet(() -> startAnew(connection, "tiles are missing")));
                        }))
                .chain(outcome ->
                        outcome == null ? elsewhere() : Uni.createFrom().item(outcome))
                .onFailure()
                .invoke(this::forget);
    }

    /** The database must have what this node has seen, and must know what it has signed. */
    private Uni<Void> prove(SqlConnection connection) {
        return Uni.createFrom()
                .completionStage(() -> history.prove(connection.getDelegate()).toCompletionStage())
                .chain(() -> last.list(connection));
    }

    /** The log lacks what this node has seen: no node must append to it or sign it. */
    private Uni<Outcome> haltForAll(LostEvent lost) {
        var halted = new Outcome(Kind.HALTED, Math.min(history.reach(), lost.logSize()));
        if (isHaltedForAll) {
            return Uni.createFrom().item(halted);
        }
        LOG.fatalf("%s Nothing is appended and nothing signed any more.", lost.sentence());
        return pool.withTransaction(connection -> LogHalt.halt(connection, lost))
                .invoke(() -> isHaltedForAll = true)
                .replaceWith(halted);
    }

    private Uni<Outcome> elsewhere() {
        return last.list(pool)
                .chain(() -> pool.query(MAKE).execute())
                .chain(() -> pool.query("select size, exists (select from audit_halt) from audit_tree")
                        .execute())
                .chain(rows -> CheckpointTable.latest(pool).map(latest -> {
                    Row tree = rows.iterator().next();
                    return new Outcome(
                            tree.getBoolean(1) ? Kind.HALTED : Kind.ELSEWHERE, tree.getLong(0), latest.orElse(null));
                }));
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
                    : startAnew(connection, "the event at position " + size + " is another, or is gone");
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
                        .chain(() -> connection.preparedQuery(MOVE).execute(Tuple.of(tiles.size())))
                        .replaceWithVoid();
        return written.chain(() -> CheckpointTable.latest(connection))
                .chain(latest -> end(connection, grown, isFull, latest))
                .invoke(outcome -> remembered = outcome.size() == grown.size() ? grown : null);
    }

    /** The log goes on after a gap: what was signed of it can't be there, or else it is broken in another way. */
    private static Uni<Outcome> broken(SqlConnection connection, Edge edge) {
        long size = edge.size();
        return CheckpointTable.latest(connection).chain(latest -> {
            if (latest.isPresent() && latest.get().size() > size) {
                return halt(connection, endsBefore(latest.get(), size));
            }
            return Uni.createFrom()
                    .failure(new IllegalStateException(
                            "The log has no event at position " + (size + 1) + ", but later ones."));
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

    /** Throws the tree away. What was signed stays, and the new tree has to agree with all of it. */
    private Uni<Outcome> startAnew(SqlConnection connection, String reason) {
        LOG.warnf("The Merkle tree is computed anew from the log, because %s.", reason);
        return connection
                .query(CLEAR)
                .execute()
                .chain(() -> connection.preparedQuery(MOVE).execute(Tuple.of(0L)))
                .replaceWith(new Outcome(Kind.MORE, 0));
    }

    private static Uni<Outcome> halt(SqlConnection connection, Contradiction found) {
        LOG.fatalf("%s Nothing is appended and nothing signed any more.", found.sentence());
        return LogHalt.halt(connection, found).replaceWith(new Outcome(Kind.HALTED, found.logSize()));
    }
}
