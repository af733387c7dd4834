package org.zoneregistry.audit.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A tree with all its nodes in memory, and its root computed by the definition in RFC 9162. */
final class SmallTree implements Function<Node, Hash> {

    private final Map<Node, Hash> nodes = new HashMap<>();
    private final List<Hash> leaves;

    SmallTree(List<byte[]> contents) {
        this.leaves = contents.stream().map(Hash::ofLeaf).toList();
        var tree = new GrowingTree();
        leaves.forEach(leaf -> tree.add(leaf, nodes::put));
    }

    @Override
    public Hash apply(Node node) {
        return Objects.requireNonNull(nodes.get(node));
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    /** {@code MTH(D[n])}, by its definition. */
    Hash root(int size) {
        return root(leaves.subList(0, size));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (2 * left < leaves.size()) {
            left *= 2;
        }
        return Hash.ofNode(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }
}
