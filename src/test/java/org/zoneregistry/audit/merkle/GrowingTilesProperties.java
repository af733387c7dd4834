package org.zoneregistry.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Compares trees that are restored from their tiles with one that stays in memory. */
class GrowingTilesProperties {

    private static final int MOST = 70_000; // more than two levels of tiles
    private static final List<byte[]> CONTENTS = IntStream.range(0, MOST)
            .mapToObj(leaf -> ("leaf " + leaf).getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final SmallTree NAIVE = new SmallTree(CONTENTS);

    /** The widest form of each tile, by level and index. */
    private final Map<List<Long>, byte[]> kept = new HashMap<>();

    private byte[] content(Tile tile) {
        return kept.getOrDefault(List.of((long) tile.level(), tile.index()), new byte[0]);
    }

    private Hash node(Node node, long size) {
        Tile tile = Tile.of(node, size);
        return tile.hash(node, content(tile));
    }

    private GrowingTiles grown(GrowingTiles tiles, int to) {
        for (int leaf = (int) tiles.size(); leaf < to; leaf++) {
            tiles.add(NAIVE.leaf(leaf));
        }
        for (GrowingTiles.Written written : tiles.changed()) {
            byte[] content = written.content();
            Tile tile = written.tile();
            byte[] before = content(tile);
            assertThat(content).hasSize(tile.width() * Hash.BYTES).hasSizeGreaterThan(before.length);
            assertThat(Arrays.copyOf(content, before.length)).isEqualTo(before);
            kept.put(List.of((long) tile.level(), tile.index()), content);
        }
        return tiles;
    }

    @Property(tries = 50)
    void proofs_from_tiles_are_those_of_the_tree_in_memory(
            @ForAll @IntRange(min = 1, max = MOST) int one,
            @ForAll @IntRange(min = 1, max = MOST) int other,
            @ForAll @IntRange(min = 0, max = MOST - 1) int any) {
        kept.clear(); // all tries share one instance
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        grown(new GrowingTiles(), from);
        var again = grown(new GrowingTiles(from, this::content), to);

        assertThat(again.root()).isEqualTo(NAIVE.root(to));
        assertThat(kept).hasSize((int) GrowingTiles.count(to));
        int leaf = any % to;
        var inclusion = InclusionProof.of(leaf, to, node -> node(node, to));
        assertThat(inclusion).isEqualTo(InclusionProof.of(leaf, to, NAIVE));
        assertThat(inclusion.shows(NAIVE.leaf(leaf), NAIVE.root(to))).isTrue();
        assertThat(ConsistencyProof.of(from, to, node -> node(node, to)))
                .isEqualTo(ConsistencyProof.of(from, to, NAIVE));
        assertThat(new GrowingTree(from, node -> node(node, to)).root()).isEqualTo(NAIVE.root(from));
    }
}
