package org.zoneregistry.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Adjacent leaves with a hash in the tree of RFC 9162: {@code MTH(D[from:end])}.
 *
 * @param from the first
 * @param end the first after them
 */
record Leaves(long from, long end) {

    Leaves {
        if (from < 0 || end < from) {
            throw new IllegalArgumentException("From " + from + " to " + end + " are no leaves.");
        }
    }

    /** The leaves of a whole tree. */
    static Leaves first(long size) {
        return new Leaves(0, size);
    }

    long count() {
        return end - from;
    }

    /** The left part after a split. Its size is the largest power of two below the number of leaves. */
    Leaves left() {
        return new Leaves(from, from + Long.highestOneBit(count() - 1));
    }

    Leaves right() {
        return new Leaves(left().end, end);
    }

    /** The full subtrees that they consist of, from left to right, and from large to small. */
    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (long leaf = from; leaf < end; leaf = nodes.getLast().end()) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(end - leaf));
            nodes.add(new Node(level, leaf >> level));
        }
        return nodes;
    }

    /** Their hash. */
    Hash hash(Function<Node, Hash> tree) {
        return fold(nodes().stream().map(tree).toList());
    }

    /** The hash of full subtrees, which get smaller from left to right. */
    static Hash fold(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash hash = subtrees.getLast();
        for (Hash left : subtrees.subList(0, subtrees.size() - 1).reversed()) {
            hash = Hash.ofNode(left, hash);
        }
        return hash;
    }
}
