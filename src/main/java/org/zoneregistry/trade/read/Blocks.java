package org.zoneregistry.trade.read;

/**
 * Divides the log into blocks of positions for the sums of entries. Sums are stored for the ends of blocks; changes
 * after the last end are read from the entries.
 *
 * <p>Sums of zones without a further detail have few cells, and most questions need them. They are stored for the end
 * of each block. Sums with a detail have many cells. They are stored for the end of each <em>group</em> of blocks.
 *
 * <p>Tables that were filled with some numbers can't be read with others.
 *
 * @param size the number of positions in a block
 * @param inGroup the number of blocks in a group
 */
public record Blocks(int size, int inGroup) {

    /** The blocks of the projection {@value StatisticsPosition#PROJECTION} in its generation 1. */
    public static final Blocks OF_THE_PROJECTION = new Blocks(1 << 12, 4);

    public Blocks {
        if (size < 1 || inGroup < 1) {
            throw new IllegalArgumentException(
                    "A block has at least one position, not " + size + ", and a group one block, not " + inGroup + ".");
        }
    }

    /** How many whole blocks a prefix contains. Blocks are numbered from 0. */
    public int whole(long position) {
        return Math.toIntExact(position / size);
    }

    /** How many blocks are in the whole groups of a prefix. */
    public int wholeOfGroups(long position) {
        return startOfGroup(whole(position));
    }

    /** The first block of the group of a block. */
    public int startOfGroup(int block) {
        return block / inGroup * inGroup;
    }

    /** Whether a block is the last one of its group. */
    public boolean endsGroup(int block) {
        return (block + 1) % inGroup == 0;
    }

    /** The last position before a block. */
    public long before(int block) {
        return (long) block * size;
    }
}
