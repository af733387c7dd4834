package org.zoneregistry.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A tree that leaves are added to. It remembers the roots of its full subtrees alone, at most one for each level, and
 * hands every node out as it is completed. Not for use by several threads.
 */
public final class GrowingTree {

    private final List<Node> nodes;
    private final List<Hash> hashes;
    private long size;

    /** One without leaves. */
    public GrowingTree() {
        this(0, node -> Hash.EMPTY);
    }

    /**
     * One that goes on where another stopped.
     *
     * @param size how many leaves there are already
     * @param tree the nodes over them; those of {@link #needed} are asked for
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

    /** The same, to be grown by itself. */
    public GrowingTree copy() {
        return new GrowingTree(this);
    }

    /** The nodes that it takes to go on from a size, and to have the root of that size. */
    public static List<Node> needed(long size) {
        return Leaves.first(size).nodes();
    }

    /**
     * Adds a leaf.
     *
     * @param completed is told of every node that is complete now: the leaf, and what it completes
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

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** The hash of all of it. */
    public Hash root() {
        return Leaves.fold(hashes);
    }
}
