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
 * The Merkle tree over the log: leaf {@code i} is the event at position {@code i + 1}. It follows the log, at a
 * distance of a moment.
 *
 * <p>Every answer is one read of a few tiles, however large the tree. Where one is asked of a larger tree than there
 * is, it fails with {@link BeyondTreeException}; what the tree has grown to once it answers in the same way for ever,
 * except while the tree is computed anew ({@link TreeKeeper}), when it counts as smaller.
 */
@ApplicationScoped
public class AuditTree {

    private static final String SIZE = "select coalesce(max(size), 0) from audit_tree";

    private final Pool pool;
    private final KnownHistory history;

    /**
     * On a database.
     *
     * @param history after whose loss the tree is no larger than what is left of it
     */
    @Inject
    public AuditTree(Pool pool, KnownHistory history) {
        this.pool = pool;
        this.history = history;
    }

    /** How many leaves it has. */
    public Uni<Long> size() {
        return CallerContext.returnTo(currentSize());
    }

    /** The root over the first leaves, so many. */
    public Uni<Hash> root(long size) {
        return nodes(GrowingTree.needed(size), size).map(tree -> root(size, tree));
    }

    /**
     * What shows that a leaf is in the tree.
     *
     * @param leafIndex from 0
     * @param treeSize more than that
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
     * What shows that the tree has only grown.
     *
     * @param from 0 or more leaves
     * @param to as many or more
     */
    public Uni<Consistency> consistency(long from, long to) {
        var needed = new ArrayList<>(ConsistencyProof.needed(from, to));
        needed.addAll(GrowingTree.needed(from));
        needed.addAll(GrowingTree.needed(to));
        return nodes(needed, to)
                .map(tree -> new Consistency(ConsistencyProof.of(from, to, tree), root(from, tree), root(to, tree)));
    }

    /** The content of a tile: the hashes of its nodes, as many as it is wide, one after the other. */
    public Uni<byte[]> tile(Tile tile) {
        return tiles(Set.of(tile), end(tile)).map(read -> Arrays.copyOf(read.content(tile), tile.width() * Hash.BYTES));
    }

    /**
     * The exact bytes of the events that a tile of the lowest level is over, in order.
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

    /** The exact bytes of the event at a position, which its leaf is the hash of; empty where there is none. */
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

    /** The size of the smallest tree that has the tile; the largest number where no tree can have it. */
    private static long end(Tile tile) {
        int shift = Tile.HEIGHT * tile.level();
        boolean isPossible = shift < Long.SIZE - 1 && tile.index() < Long.MAX_VALUE >> (shift + Tile.HEIGHT);
        return isPossible ? (tile.index() * Tile.WIDTH + tile.width()) << shift : Long.MAX_VALUE;
    }
}
