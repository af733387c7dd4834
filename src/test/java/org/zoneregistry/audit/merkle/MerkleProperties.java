package org.zoneregistry.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProperties {

    private static final int MOST = 600;

    private static final SmallTree TREE = new SmallTree(IntStream.range(0, MOST)
            .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)})
            .toList());

    @Property
    void a_growing_tree_has_the_root_that_is_defined(
            @ForAll @IntRange(max = MOST) int size, @ForAll @IntRange(max = MOST) int stop) {
        var tree = new GrowingTree(Math.min(size, stop), TREE);
        for (int leaf = Math.min(size, stop); leaf < size; leaf++) {
            tree.add(TREE.leaf(leaf), (node, hash) -> assertThat(hash).isEqualTo(TREE.apply(node)));
        }
        assertThat(tree.size()).isEqualTo(size);
        assertThat(tree.root()).isEqualTo(TREE.root(size));
    }

    @Property
    void every_leaf_can_be_shown_to_be_in_the_tree_and_in_no_other(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int any,
            @ForAll @IntRange(max = MOST - 1) int other) {
        int leaf = any % size;
        var proof = InclusionProof.of(leaf, size, TREE);
        assertThat(proof.shows(TREE.leaf(leaf), TREE.root(size))).isTrue();
        assertThat(proof.shows(TREE.leaf(other), TREE.root(size))).isEqualTo(other == leaf);
        assertThat(proof.shows(TREE.leaf(leaf), TREE.root(other + 1))).isEqualTo(other + 1 == size);
        assertThat(new InclusionProof(other % size, size, proof.hashes()).shows(TREE.leaf(leaf), TREE.root(size)))
                .isEqualTo(other % size == leaf);
        for (List<Hash> wrong : spoilt(proof.hashes())) {
            assertThat(new InclusionProof(leaf, size, wrong).shows(TREE.leaf(leaf), TREE.root(size)))
                    .isFalse();
        }
    }

    @Property
    void every_tree_can_be_shown_to_have_grown_from_a_smaller_one_and_from_no_other(
            @ForAll @IntRange(max = MOST) int one,
            @ForAll @IntRange(max = MOST) int another,
            @ForAll @IntRange(max = MOST) int other) {
        int from = Math.min(one, another);
        int to = Math.max(one, another);
        var proof = ConsistencyProof.of(from, to, TREE);
        assertThat(proof.shows(TREE.root(from), TREE.root(to))).isTrue();
        assertThat(proof.shows(TREE.root(other), TREE.root(to))).isEqualTo(other == from);
        if (from > 0) {
            assertThat(proof.shows(TREE.root(from), TREE.root(other))).isEqualTo(other == to);
        }
        for (List<Hash> wrong : spoilt(proof.hashes())) {
            assertThat(new ConsistencyProof(from, to, wrong).shows(TREE.root(from), TREE.root(to)))
                    .isFalse();
        }
    }

    @Property
    void proofs_can_be_made_from_tiles_alone(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int any) {
        int leaf = any % size;
        assertThat(InclusionProof.of(leaf, size, node -> fromTile(node, size)))
                .isEqualTo(InclusionProof.of(leaf, size, TREE));
        assertThat(ConsistencyProof.of(leaf, size, node -> fromTile(node, size)))
                .isEqualTo(ConsistencyProof.of(leaf, size, TREE));
    }

    private static Hash fromTile(Node node, long size) {
        Tile tile = Tile.of(node, size);
        byte[] hashes = new byte[tile.width() * Hash.BYTES];
        for (int i = 0; i < tile.width(); i++) {
            TREE.apply(new Node(tile.level() * Tile.HEIGHT, tile.index() * Tile.WIDTH + i))
                    .write(hashes, i * Hash.BYTES);
        }
        return tile.hash(node, hashes);
    }

    /** Variants of the hashes: with one bit flipped, with one hash missing, and with one added. */
    private static List<List<Hash>> spoilt(List<Hash> hashes) {
        var all = new ArrayList<List<Hash>>();
        for (int i = 0; i < hashes.size(); i++) {
            byte[] bytes = hashes.get(i).toByteArray();
            bytes[(7 * i) % Hash.BYTES] ^= (byte) (1 << i % 8);
            var turned = new ArrayList<>(hashes);
            turned.set(i, Hash.read(bytes, 0));
            all.add(turned);
            var without = new ArrayList<>(hashes);
            without.remove(i);
            all.add(without);
        }
        var more = new ArrayList<>(hashes);
        more.add(Hash.EMPTY);
        all.add(more);
        return all;
    }
}
