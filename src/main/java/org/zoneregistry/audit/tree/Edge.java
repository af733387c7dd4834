package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Optional;
import org.zoneregistry.audit.merkle.GrowingTiles;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.Node;
import org.zoneregistry.audit.merkle.Tile;

/**
 * The part of a tree that changes when it grows.
 *
 * @param tiles the tiles at its right edge
 * @param lastLeaf empty if the tree has no leaf
 */
record Edge(GrowingTiles tiles, Optional<Hash> lastLeaf) {

    private static final String COUNT = "select count(*) from audit_tile";

    /** The edge of the tree without leaves. */
    static Edge empty() {
        return new Edge(new GrowingTiles(), Optional.empty());
    }

    long size() {
        return tiles.size();
    }

    /** Reads the edge. Empty if a tile of the tree is missing, also if it is not at the edge. */
    static Uni<Optional<Edge>> read(SqlConnection connection, long size) {
        if (size == 0) {
            return Uni.createFrom().item(Optional.of(empty()));
        }
        Node last = new Node(0, size - 1);
        Tile ofLast = Tile.of(last, size);
        var needed = new ArrayList<>(GrowingTiles.needed(size));
        needed.add(ofLast);
        return connection
                .query(COUNT)
                .execute()
                .chain(counted -> counted.iterator().next().getLong(0) < GrowingTiles.count(size)
                        ? Uni.createFrom().item(Optional.<Edge>empty())
                        : TileTable.read(connection, needed)
                                .map(read -> needed.stream().allMatch(read::has)
                                        ? Optional.of(new Edge(
                                                new GrowingTiles(size, read::content),
                                                Optional.of(ofLast.hash(last, read.content(ofLast)))))
                                        : Optional.empty()));
    }
}
