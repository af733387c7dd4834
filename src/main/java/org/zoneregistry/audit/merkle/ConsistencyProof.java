package org.zoneregistry.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A proof that a tree begins with all the leaves of a smaller one, unchanged (RFC 9162, section 2.1.4).
 *
 * @param from how many leaves the smaller one has
 * @param to how many the larger one has
 * @param hashes none if one of them is empty, or both have the same size
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    /** @throws IllegalArgumentException if the second is smaller than the first */
    public ConsistencyProof {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A tree of " + from + " leaves can't grow to " + to + ".");
        }
        hashes = List.copyOf(hashes);
    }

    /** The nodes for the proof. */
    public static List<Node> needed(long from, long to) {
        return parts(from, to).stream()
                .flatMap(leaves -> leaves.nodes().stream())
                .toList();
    }

    /**
     * Makes the proof.
     *
     * @param tree the larger tree's nodes; it is called for those of {@link #needed}
     */
    public static ConsistencyProof of(long from, long to, Function<Node, Hash> tree) {
        return new ConsistencyProof(
                from,
                to,
                parts(from, to).stream().map(leaves -> leaves.hash(tree)).toList());
    }

    /** {@code PROOF(m, D[n])} of RFC 9162. */
    private static List<Leaves> parts(long from, long to) {
        var parts = new ArrayList<Leaves>();
        if (from == 0 || from == to) {
            return parts;
        }
        Leaves around = Leaves.first(to);
        boolean isWhole = true; // the leaves so far are the smaller tree, whose root is known
        while (around.end() != from) {
            Leaves left = around.left();
            if (from <= left.end()) {
                parts.add(around.right());
                around = left;
            } else {
                parts.add(left);
                around = around.right();
                isWhole = false;
            }
        }
        if (!isWhole) {
            parts.add(around);
        }
        return parts.reversed();
    }

    /** Whether it proves that the tree with the second root extends the tree with the first root (section 2.1.4.2). */
    public boolean shows(Hash fromRoot, Hash toRoot) {
        if (from == to) {
            return hashes.isEmpty() && fromRoot.equals(toRoot);
        }
        if (from == 0) {
            return hashes.isEmpty() && fromRoot.equals(Hash.EMPTY);
        }
        boolean isFull = Long.bitCount(from) == 1;
        if (hashes.isEmpty() && !isFull) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        int full = Long.numberOfTrailingZeros(~node);
        node >>= full;
        last >>= full;
        Hash small = isFull ? fromRoot : hashes.getFirst();
        Hash large = small;
        for (Hash part : hashes.subList(isFull ? 0 : 1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                small = Hash.ofNode(part, small);
                large = Hash.ofNode(part, large);
                int alone = node % 2 == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                large = Hash.ofNode(large, part);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(fromRoot) && large.equals(toRoot);
    }
}
