package org.zoneregistry.trade.read;

/**
 * How the log is cut into blocks of positions for the sums of entries: sums are kept for the ends of blocks, and what
 * came after is read from the entries.
 *
 * @param size how many positions a block has; tables that were filled with one size can't be read with another
 */
public record Blocks(int size) {

    /** As the projection of {@value StatisticsPosition#PROJECTION} cuts it in its generation 1. */
    public static final Blocks OF_THE_PROJECTION = new Blocks(1 << 14);

    public Blocks {
        if (size < 1) {
            throw new IllegalArgumentException("A block has at least one position, not " + size + ".");
        }
    }

    /** How many blocks lie wholly in a prefix; they are numbered from 0. */
    public int whole(long position) {
        return Math.toIntExact(position / size);
    }

    /** The last position before a block. */
    public long before(int block) {
        return (long) block * size;
    }
}
