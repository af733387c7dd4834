package org.zoneregistry.audit.merkle;

/**
 * A node over a full subtree: the 2<sup>level</sup> leaves from {@code index · 2}<sup>level</sup> on. After all its
 * leaves exist it never changes, also when the tree grows.
 *
 * @param level 0 for a leaf
 * @param index from the left, from 0, among the nodes of its level
 */
public record Node(int level, long index) {

    private static final int LEVELS = 63;

    /** @throws IllegalArgumentException if no tree has such a node */
    public Node {
        if (level < 0 || level >= LEVELS || index < 0 || index > Long.MAX_VALUE >> level) {
            throw new IllegalArgumentException("There is no node " + index + " on level " + level + ".");
        }
    }

    /** The first of its leaves. */
    long firstLeaf() {
        return index << level;
    }

    /** The first leaf after its leaves. */
    long end() {
        return (index + 1) << level;
    }

    Node left() {
        return new Node(level - 1, 2 * index);
    }

    Node right() {
        return new Node(level - 1, 2 * index + 1);
    }
}
