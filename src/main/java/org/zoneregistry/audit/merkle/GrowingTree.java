package org.zoneregistry.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A growing tree. It keeps only the roots of its full subtrees, at most one for each level, and passes on every
 * completed node. Not thread-safe.
 */
public final class GrowingTree {

    private final List<Node> nodes;
    private final List<Hash> hashes;
    private long size;

    /** A tree without leaves. */
    public GrowingTree() {
        this(0, node -> Hash.EMPTY);
    }

    /**
     * A tree with leaves.
     *
     * @param size how many leaves there are already
     * @param tree the nodes over them; it is called for those of {@link #needed}
     */
    public GrowingTree(long size, Function<Node, Hash> tree) {
        this.size = size;
        this.nodes = new ArrayList<>(needed(size));
        this.hashes = new ArrayList<>(nodes.stream().map(tree).toList());
    }

    private GrowingTree(GrowingTree other) {
        this.size = other.size;
        this.nodes = new ArrayList<>(other.nodes);
        this.hashes = new ArrayList<>(other.hashes);
    }

    /** A copy that can grow. */
    public GrowingTree copy() {
        return new GrowingTree(this);
    }

    /** The nodes that are needed to continue from a size, and for its root. */
    public static List<Node> needed(long size) {
        return Leaves.first(size).nodes();
    }

    /**
     * Adds a leaf.
     *
     * @param completed is called with every node that is complete now: the leaf, and the nodes above it that it
     *     completes
     */
    public void add(Hash leaf, BiConsumer<Node, Hash> completed) {
        Node node = new Node(0, size++);
        Hash hash = leaf;
        completed.accept(node, hash);
        while (node.index() % 2 == 1) {
            nodes.removeLast();
            hash = Hash.ofNode(hashes.removeLast(), hash);
            node = new Node(node.level() + 1, node.index() / 2);
            completed.accept(node, hash);
        }
        nodes.add(node);
        hashes.add(hash);
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The hash of the whole tree. */
    public Hash root() {
        return Leaves.fold(hashes);
    }
}
