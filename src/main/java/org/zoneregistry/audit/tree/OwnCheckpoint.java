package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Optional;
import org.zoneregistry.audit.checkpoint.Contradiction;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;

/** Compares the tree with the last checkpoint of this node. */
final class OwnCheckpoint {

    private OwnCheckpoint() {}

    /**
     * The contradiction between the checkpoint and the tree; empty if there is none. After they agreed, they are not
     * compared again. A checkpoint that is larger than the tree is compared when the tree has grown to it, and so is
     * one for which tiles are missing.
     *
     * @param size of the tree
     */
    static Uni<Optional<Contradiction>> contradiction(LastCheckpoint last, SqlClient client, long size) {
        Optional<IssuedCheckpoint> own = last.uncompared().filter(checkpoint -> checkpoint.size() <= size);
        if (own.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        IssuedCheckpoint checkpoint = own.get();
        var tiles = TileTable.of(GrowingTree.needed(checkpoint.size()), checkpoint.size());
        return TileTable.read(client, tiles).map(read -> {
            if (!tiles.stream().allMatch(read::has)) {
                return Optional.empty();
            }
            Hash root = new GrowingTree(checkpoint.size(), read.nodes(checkpoint.size())).root();
            if (root.equals(checkpoint.root())) {
                last.compared();
                return Optional.empty();
            }
            return Optional.of(new Contradiction(checkpoint.size(), checkpoint.root(), Optional.of(root), size));
        });
    }
}
