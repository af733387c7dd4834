package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.InclusionProof;
import org.zoneregistry.audit.merkle.Node;
import org.zoneregistry.audit.merkle.Tile;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.process.CallerContext;

/**
 * The Merkle tree over the log: leaf {@code i} is the event at position {@code i + 1}. The tree follows the log, with a
 * short delay.
 *
 * <p>Each answer reads a few tiles, for a tree of any size. A request for a larger tree than the stored one fails with
 * {@link BeyondTreeException}. The answers for a size never change. While the tree is computed again
 * ({@link TreeKeeper}), it counts as smaller.
 */
@ApplicationScoped
public class AuditTree {

    private static final String SIZE = "select coalesce(max(size), 0) from audit_tree";

    private final Pool pool;
    private final KnownHistory history;

    /**
     * @param history after a loss of events, the tree is no larger than the part of the log that this node still knows
     */
    @Inject
    public AuditTree(Pool pool, KnownHistory history) {
        this.pool = pool;
        this.history = history;
    }

    /** The number of leaves. */
    public Uni<Long> size() {
        return CallerContext.returnTo(currentSize());
    }

    /** The root over the first {@code size} leaves. */
    public Uni<Hash> root(long size) {
        return nodes(GrowingTree.needed(size), size).map(tree -> root(size, tree));
    }

    /**
     * Proves that a leaf is in the tree.
     *
     * @param leafIndex from 0
     * @param treeSize more than {@code leafIndex}
     */
    public Uni<Inclusion> inclusion(long leafIndex, long treeSize) {
        Node leaf = new Node(0, leafIndex);
        var needed = new ArrayList<>(InclusionProof.needed(leafIndex, treeSize));
        needed.add(leaf);
        needed.addAll(GrowingTree.needed(treeSize));
        return nodes(needed, treeSize)
                .map(tree -> new Inclusion(
                        InclusionProof.of(leafIndex, treeSize, tree), tree.apply(leaf), root(treeSize, tree)));
    }

    /**
     * Proves that the tree has only grown.
     *
     * @param from 0 or more leaves
     * @param to {@code from} leaves or more
     */
    public Uni<Consistency> consistency(long from, long to) {
        var needed = new ArrayList<>(ConsistencyProof.needed(from, to));
        needed.addAll(GrowingTree.needed(from));
        needed.addAll(GrowingTree.needed(to));
        return nodes(needed, to)
                .map(tree -> new Consistency(ConsistencyProof.of(from, to, tree), root(from, tree), root(to, tree)));
    }

    /** The content of a tile: the hashes of its nodes, one after the other. */
    public Uni<byte[]> tile(Tile tile) {
        return tiles(Set.of(tile), end(tile)).map(read -> Arrays.copyOf(read.content(tile), tile.width() * Hash.BYTES));
    }

    /**
     * The exact bytes of a tile's events, in order.
     *
     * @param entries a tile on level 0
     */
    public Uni<List<byte[]>> entries(Tile entries) {
        long first = entries.index() * Tile.WIDTH + 1;
        long last = first + entries.width() - 1;
        return CallerContext.returnTo(currentSize()
                .chain(size -> size < last
                        ? Uni.createFrom().failure(new BeyondTreeException(last, size))
                        : events(first, last)));
    }

    /**
     * The exact bytes of the event at a position, from which its leaf was computed; empty if there is no such event.
     */
    public Uni<Optional<byte[]>> event(long position) {
        return CallerContext.returnTo(events(position, position)
                .map(found -> position > history.reach()
                        ? Optional.empty()
                        : found.stream().findFirst()));
    }

    private Uni<List<byte[]>> events(long first, long last) {
        return pool.preparedQuery("select bytes from event where position between $1 and $2 order by position")
                .execute(Tuple.of(first, last))
                .map(rows -> {
                    List<byte[]> events = new ArrayList<>();
                    for (Row row : rows) {
                        events.add(row.get(Buffer.class, 0).getBytes());
                    }
                    return events;
                });
    }

    private Uni<Function<Node, Hash>> nodes(Collection<Node> nodes, long treeSize) {
        return tiles(TileTable.of(nodes, treeSize), treeSize).map(read -> read.nodes(treeSize));
    }

    private Uni<TileTable.Contents> tiles(Set<Tile> tiles, long treeSize) {
        return CallerContext.returnTo(TileTable.read(pool, tiles)
                .chain(read -> treeSize <= history.reach() && tiles.stream().allMatch(read::has)
                        ? Uni.createFrom().item(read)
                        : currentSize().map(size -> {
                            throw new BeyondTreeException(treeSize, size);
                        })));
    }

    private Uni<Long> currentSize() {
        return pool.query(SIZE)
                .execute()
                .map(rows -> Math.min(history.reach(), rows.iterator().next().getLong(0)));
    }

    private static Hash root(long size, Function<Node, Hash> tree) {
        return new GrowingTree(size, tree).root();
    }

    /** The size of the smallest tree that has the tile; {@link Long#MAX_VALUE} if no tree can have it. */
    private static long end(Tile tile) {
        int shift = Tile.HEIGHT * tile.level();
        boolean isPossible = shift < Long.SIZE - 1 && tile.index() < Long.MAX_VALUE >> (shift + Tile.HEIGHT);
        return isPossible ? (tile.index() * Tile.WIDTH + tile.width()) << shift : Long.MAX_VALUE;
    }
}
