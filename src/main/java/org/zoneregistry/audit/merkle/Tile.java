package org.zoneregistry.audit.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adjacent nodes of one level of every {@value #HEIGHT}, stored together. The levels between are computed from them. By
 * the C2SP specification tlog-tiles.
 *
 * @param level 0 for leaves, 1 for the nodes of level {@value #HEIGHT}, and so on
 * @param index from the left, from 0, among the tiles of its level
 * @param width how many nodes it has: {@value #WIDTH} if it is full, fewer if it is the last of a tree
 */
public record Tile(int level, long index, int width) {

    /** How many levels of the tree one level of tiles covers. */
    public static final int HEIGHT = 8;

    /** How many nodes a full tile has. */
    public static final int WIDTH = 1 << HEIGHT;

    private static final int LEVELS = 64;
    private static final int THOUSAND = 1_000;
    private static final Pattern PATH = Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** @throws IllegalArgumentException if no tree has such a tile */
    public Tile {
        if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException(
                    "There is no tile " + index + " of " + width + " on level " + level + ".");
        }
    }

    /**
     * The tile that contains a node, or from whose nodes the node is computed, with its width in a tree of that size.
     */
    public static Tile of(Node node, long treeSize) {
        int level = node.level() / HEIGHT;
        long index = node.firstLeaf() >> (HEIGHT * (level + 1));
        long nodes = (treeSize >> (HEIGHT * level)) - index * WIDTH;
        return new Tile(level, index, (int) Math.min(WIDTH, nodes));
    }

    /** Whether it can't get more nodes. */
    public boolean isFull() {
        return width == WIDTH;
    }

    /**
     * The hash of a node, from its tile (see {@link #of}).
     *
     * @param hashes of the tile's nodes, one after the other
     * @throws IndexOutOfBoundsException if the tile lacks nodes below the node
     */
    public Hash hash(Node node, byte[] hashes) {
        if (node.level() > level * HEIGHT) {
            return Hash.ofNode(hash(node.left(), hashes), hash(node.right(), hashes));
        }
        return Hash.read(hashes, Math.toIntExact(node.index() - index * WIDTH) * Hash.BYTES);
    }

    /** The path, as {@code x001/x234/067} for 1,234,067, with {@code .p/} and the width if it isn't full. */
    public String path() {
        String path = "%03d".formatted(index % THOUSAND);
        for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
            path = "x%03d/%s".formatted(rest % THOUSAND, path);
        }
        return isFull() ? path : path + ".p/" + width;
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it isn't the canonical path of a tile
     */
    public static Tile parse(int level, String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a tile such as x001/x234/067 or 000.p/12");
        }
        long index = Long.parseLong(matcher.group(1).replaceAll("[x/]", "") + matcher.group(2));
        String width = matcher.group(3);
        var tile = new Tile(level, index, width == null ? WIDTH : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException("must be written " + tile.path());
        }
        return tile;
    }
}
