package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zoneregistry.audit.checkpoint.CheckpointIssue;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.CheckpointTable;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;

/** Signs the tree if a checkpoint is due and allowed. */
final class TreeSigning {

    private static final Logger LOG = Logger.getLogger(TreeSigning.class);

    private static final String IS_DUE =
            "select clock_timestamp() >= $1::timestamptz + make_interval(secs => $2::bigint / 1000.0)";

    private final CheckpointSigner signer;
    private final LastCheckpoint last;
    private final Duration interval;
    private volatile boolean originIsLost;

    /** @param interval the shortest time between two checkpoints */
    TreeSigning(CheckpointSigner signer, LastCheckpoint last, Duration interval) {
        this.signer = signer;
        this.last = last;
        this.interval = interval;
    }

    /** The result of {@link #sign}. */
    sealed interface Result {}

    /** Nothing was signed: the tree is signed already, or the node has no key or may not sign. */
    record Nothing() implements Result {}

    /** A checkpoint isn't due yet. */
    record NotYet() implements Result {}

    record Signed(IssuedCheckpoint checkpoint) implements Result {}

    /** The tree of the tiles may not be signed. */
    record Unfit(String reason) implements Result {}

    /**
     * Whether the last due checkpoint wasn't signed, because lost events had been signed under this origin and were
     * given up.
     */
    boolean isOriginLost() {
        return originIsLost;
    }

    /**
     * Signs the tree of the transaction, if a checkpoint is due.
     *
     * @param root of the tree
     * @param latest the last checkpoint, of a tree that isn't larger
     */
    Uni<Result> sign(SqlConnection connection, Hash root, long size, Optional<IssuedCheckpoint> latest) {
        boolean isSigned = latest.isPresent()
                && latest.get().size() == size
                && signer.verifier().equals(Optional.of(latest.get().key()));
        if (size == 0
                || signer.verifier().isEmpty()
                || isSigned
                || last.uncompared().isPresent()) {
            return Uni.createFrom().item(new Nothing());
        }
        return isDue(connection, latest)
                .chain(due -> due
                        ? signUnlessLost(connection, root, size, latest)
                        : Uni.createFrom().item(new NotYet()));
    }

    private Uni<Boolean> isDue(SqlConnection connection, Optional<IssuedCheckpoint> latest) {
        return latest.map(last -> connection
                        .preparedQuery(IS_DUE)
                        .execute(Tuple.of(last.issuedAt().atOffset(ZoneOffset.UTC), interval.toMillis()))
                        .map(rows -> rows.iterator().next().getBoolean(0)))
                .orElse(Uni.createFrom().item(true));
    }

    /** Two logs under one origin would be a split view. So a log with given-up events needs another origin. */
    private Uni<Result> signUnlessLost(
            SqlConnection connection, Hash root, long size, Optional<IssuedCheckpoint> latest) {
        String origin = signer.verifier().orElseThrow().name().name();
        return CheckpointTable.hasLost(connection, origin).chain(hasLost -> {
            if (hasLost && !originIsLost) {
                LOG.errorf(
                        "Signed events of the origin %s were given up, so nothing is signed under this origin any"
                                + " more. This node needs a key of another origin (docs/operations.md).",
                        origin);
            }
            originIsLost = hasLost;
            return hasLost ? Uni.createFrom().item(new Nothing()) : signNow(connection, root, size, latest);
        });
    }

    private Uni<Result> signNow(SqlConnection connection, Hash root, long size, Optional<IssuedCheckpoint> latest) {
        long from = latest.map(IssuedCheckpoint::size).orElse(0L);
        var nodes = new HashSet<>(ConsistencyProof.needed(from, size));
        nodes.addAll(GrowingTree.needed(size));
        var tiles = TileTable.of(nodes, size);
        return TileTable.read(connection, tiles)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(read -> {
                    if (!tiles.stream().allMatch(read::has)) {
                        return Uni.createFrom().item(new Unfit("tiles are missing"));
                    }
                    var tree = read.nodes(size);
                    var proof = ConsistencyProof.of(from, size, tree);
                    boolean isWhole = new GrowingTree(size, tree).root().equals(root);
                    return isWhole && CheckpointIssue.mayFollow(latest, proof, root)
                            ? CheckpointIssue.sign(connection, signer, last, latest, proof, root)
                                    .map(Signed::new)
                            : Uni.createFrom().item(new Unfit("it contradicts the checkpoint of size " + from));
                });
    }
}
