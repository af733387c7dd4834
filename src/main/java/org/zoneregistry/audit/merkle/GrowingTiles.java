package org.zoneregistry.audit.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tiles of a growing tree. It keeps only the last tile of each level, if that isn't full, and returns the changed
 * tiles. Not thread-safe.
 */
public final class GrowingTiles {

    private final GrowingTree tree;
    private final Map<Integer, ByteArrayOutputStream> edge = new TreeMap<>();
    private final Set<Integer> touched = new TreeSet<>();
    private final List<Written> full = new ArrayList<>();

    /** A tile with its content: the hashes of its nodes, one after the other. */
    public record Written(Tile tile, List<Hash> hashes) {

        /** Copies the hashes. */
        public Written {
            hashes = List.copyOf(hashes);
        }

        /**
         * A tile from its bytes.
         *
         * @throws IndexOutOfBoundsException if there are fewer hashes than the tile's width
         */
        public static Written of(Tile tile, byte[] content) {
            var hashes = new ArrayList<Hash>(tile.width());
            for (int i = 0; i < tile.width(); i++) {
                hashes.add(Hash.read(content, i * Hash.BYTES));
            }
            return new Written(tile, hashes);
        }

        /** The hashes one after the other. */
        public byte[] content() {
            byte[] content = new byte[hashes.size() * Hash.BYTES];
            for (int i = 0; i < hashes.size(); i++) {
                hashes.get(i).write(content, i * Hash.BYTES);
            }
            return content;
        }
    }

    /** The tiles of the empty tree. */
    public GrowingTiles() {
        this(0, tile -> new byte[0]);
    }

    /**
     * The tiles of a tree with leaves.
     *
     * @param size how many leaves there are already
     * @param tiles the tiles' contents, possibly longer; it is called for those of {@link #needed}
     * @throws IndexOutOfBoundsException if a content is shorter than its tile
     */
    public GrowingTiles(long size, Function<Tile, byte[]> tiles) {
        this.tree = new GrowingTree(size, node -> {
            Tile tile = Tile.of(node, size);
            return tile.hash(node, tiles.apply(tile));
        });
        for (Tile tile : needed(size)) {
            var content = new ByteArrayOutputStream();
            content.write(tiles.apply(tile), 0, tile.width() * Hash.BYTES);
            edge.put(tile.level(), content);
        }
    }

    /** The tiles at the right edge of a tree: the last tile of each level, if it isn't full. */
    public static List<Tile> needed(long size) {
        var tiles = new ArrayList<Tile>();
        long nodes = size;
        for (int level = 0; nodes > 0; level++, nodes /= Tile.WIDTH) {
            int width = (int) (nodes % Tile.WIDTH);
            if (width > 0) {
                tiles.add(new Tile(level, nodes / Tile.WIDTH, width));
            }
        }
        return tiles;
    }

    /** How many tiles a tree has. */
    public static long count(long size) {
        long count = 0;
        for (long nodes = size; nodes > 0; nodes /= Tile.WIDTH) {
            count += (nodes + Tile.WIDTH - 1) / Tile.WIDTH;
        }
        return count;
    }

    /** Adds a leaf. */
    public void add(Hash leaf) {
        tree.add(leaf, (node, hash) -> {
            if (node.level() % Tile.HEIGHT == 0) {
                append(node, hash);
            }
        });
    }

    private void append(Node node, Hash hash) {
        int level = node.level() / Tile.HEIGHT;
        ByteArrayOutputStream content = edge.computeIfAbsent(level, fresh -> new ByteArrayOutputStream());
        content.writeBytes(hash.toByteArray());
        touched.add(level);
        if (content.size() == Tile.WIDTH * Hash.BYTES) {
            full.add(Written.of(new Tile(level, node.index() / Tile.WIDTH, Tile.WIDTH), content.toByteArray()));
            edge.remove(level);
        }
    }

    /** The tiles that are new or wider since the last call, or since the beginning. */
    public List<Written> changed() {
        var changed = new ArrayList<>(full);
        full.clear();
        for (Tile tile : needed(size())) {
            ByteArrayOutputStream content = edge.get(tile.level());
            if (touched.contains(tile.level()) && content != null) {
                changed.add(Written.of(tile, content.toByteArray()));
            }
        }
        touched.clear();
        return changed;
    }

    /** The tree of the leaves so far, as a copy that can grow. */
    public GrowingTree tree() {
        return tree.copy();
    }

    /** The number of leaves. */
    public long size() {
        return tree.size();
    }

    /** The root of the tree. */
    public Hash root() {
        return tree.root();
    }
}
