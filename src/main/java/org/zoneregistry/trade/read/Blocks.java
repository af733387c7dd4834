package org.zoneregistry.trade.read;

/**
 * Divides the log into blocks of positions for the sums of entries. Sums are stored for the ends of blocks; changes
 * after the last end are read from the entries.
 *
 * @param size the number of positions in a block; tables that were filled with one size can't be read with another
 */
public record Blocks(int size) {

    /** The blocks of the projection {@value StatisticsPosition#PROJECTION} in its generation 1. */
    public static final Blocks OF_THE_PROJECTION = new Blocks(1 << 14);

    public Blocks {
        if (size < 1) {
            throw new IllegalArgumentException("A block has at least one position, not " + size + ".");
        }
    }

    /** How many whole blocks a prefix contains. Blocks are numbered from 0. */
    public int whole(long position) {
        return Math.toIntExact(position / size);
    }

    /** The last position before a block. */
    public long before(int block) {
        return (long) block * size;
    }
}
