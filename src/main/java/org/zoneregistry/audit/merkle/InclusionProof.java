package org.zoneregistry.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A proof that a leaf is in a tree: the siblings on the path from the leaf to the root (RFC 9162, section 2.1.3).
 *
 * @param leafIndex from 0
 * @param treeSize how many leaves the tree has
 * @param hashes from the leaf's side to the root's
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> hashes) {

    /** @throws IllegalArgumentException if the tree has no such leaf */
    public InclusionProof {
        if (leafIndex < 0 || leafIndex >= treeSize) {
            throw new IllegalArgumentException("There is no leaf " + leafIndex + " in a tree of " + treeSize + ".");
        }
        hashes = List.copyOf(hashes);
    }

    /** The nodes for the proof. */
    public static List<Node> needed(long leafIndex, long treeSize) {
        return beside(leafIndex, treeSize).stream()
                .flatMap(leaves -> leaves.nodes().stream())
                .toList();
    }

    /**
     * Makes the proof.
     *
     * @param tree the tree's nodes; it is called for those of {@link #needed}
     */
    public static InclusionProof of(long leafIndex, long treeSize, Function<Node, Hash> tree) {
        return new InclusionProof(
                leafIndex,
                treeSize,
                beside(leafIndex, treeSize).stream()
                        .map(leaves -> leaves.hash(tree))
                        .toList());
    }

    /** {@code PATH(m, D[n])} of RFC 9162. */
    private static List<Leaves> beside(long leafIndex, long treeSize) {
        var path = new ArrayList<Leaves>();
        Leaves around = Leaves.first(treeSize);
        while (around.count() > 1) {
            boolean isLeft = leafIndex < around.left().end();
            path.add(isLeft ? around.right() : around.left());
            around = isLeft ? around.left() : around.right();
        }
        return path.reversed();
    }

    /**
     * The root of the tree that contains the leaf, by this proof (RFC 9162, section 2.1.3.2). Compare it with a trusted
     * root. Empty if the number of hashes is wrong for a tree of this size.
     */
    public Optional<Hash> root(Hash leaf) {
        long node = leafIndex;
        long last = treeSize - 1;
        Hash hash = leaf;
        for (Hash beside : hashes) {
            if (last == 0) {
                return Optional.empty();
            }
            if (node % 2 == 1 || node == last) {
                hash = Hash.ofNode(beside, hash);
                // the last node of a level has no sibling while it is a left node
                int alone = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                hash = Hash.ofNode(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether it proves that the leaf is in the tree with this root. */
    public boolean shows(Hash leaf, Hash root) {
        return root(leaf).equals(Optional.of(root));
    }
}
