package org.zoneregistry.trade.read.statistics;

import java.util.Arrays;

/**
 * The parts of a year with entries, by direction. The cells of the parts say after each block whether they have
 * entries; then the cell of the year asks block by block.
 *
 * <p>The parts are a number. A kind of sum has 13 bits of it: bit 0 for the whole year, bits 1 to 12 for the months.
 */
final class YearParts {

    /** No part has entries. */
    static final long NONE = 0;

    private static final int BITS = 13;

    private long[] changes = new long[1 << 8];
    private int size;
    private int next;
    private long parts = NONE;

    /** The parts of a kind of sum, as the table has them. */
    static int of(long parts, int kind) {
        return (int) (parts >> (kind * BITS)) & ((1 << BITS) - 1);
    }

    /** After a block: the first sum is that of the part. Parts in any order. */
    void add(int block, int part, Sums sums) {
        if (size == changes.length) {
            changes = Arrays.copyOf(changes, size * 2);
        }
        long change = ((long) block << 8) | (part << Sums.KINDS);
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            change |= sums.entries[kind] > 0 ? 1 << kind : 0;
        }
        changes[size++] = change;
    }

    /** The parts after a block. Blocks in ascending order; first all parts of all blocks must have been added. */
    long after(int block) {
        if (next == 0) {
            Arrays.sort(changes, 0, size);
        }
        for (; next < size && changes[next] >> 8 <= block; next++) {
            int part = (int) (changes[next] & 0xFF) >> Sums.KINDS;
            for (int kind = 0; kind < Sums.KINDS; kind++) {
                long bit = 1L << (kind * BITS + part);
                parts = (changes[next] & (1 << kind)) == 0 ? parts & ~bit : parts | bit;
            }
        }
        return parts;
    }

    /** For the next year. */
    void clear() {
        size = 0;
        next = 0;
        parts = NONE;
    }
}
