package org.zoneregistry.trade.read.statistics;

import java.util.Arrays;
import org.zoneregistry.trade.event.Direction;

/** Sums of entries by direction: fen, in 128 bits each, and the number of entries. Several sums in a row. */
final class Sums {

    static final int KINDS = 3;

    final long[] high;
    final long[] low;
    final int[] entries;

    /** That many sums, all 0. */
    Sums(int count) {
        high = new long[count * KINDS];
        low = new long[count * KINDS];
        entries = new int[count * KINDS];
    }

    /** The index of a direction, in the order of the columns. */
    static int kind(Direction direction) {
        return switch (direction) {
            case IMPORT -> 0;
            case EXPORT -> 1;
            case TOTAL -> 2;
        };
    }

    void add(int at, long addedHigh, long addedLow, int addedEntries) {
        long sum = low[at] + addedLow;
        high[at] += addedHigh + (Long.compareUnsigned(sum, addedLow) < 0 ? 1 : 0);
        low[at] = sum;
        entries[at] += addedEntries;
    }

    void add(int at, long fen, int addedEntries) {
        add(at, fen >> 63, fen, addedEntries);
    }

    /** Adds all kinds of another's first sum. */
    void addFirstOf(Sums other) {
        for (int kind = 0; kind < KINDS; kind++) {
            add(kind, other.high[kind], other.low[kind], other.entries[kind]);
        }
    }

    /** Whether the first sum has only zeros. */
    boolean isNothing() {
        for (int kind = 0; kind < KINDS; kind++) {
            if (high[kind] != 0 || low[kind] != 0 || entries[kind] != 0) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        Arrays.fill(high, 0);
        Arrays.fill(low, 0);
        Arrays.fill(entries, 0);
    }

    /** A copy of all. */
    Sums copy() {
        int count = entries.length / KINDS;
        var copied = new Sums(count);
        System.arraycopy(high, 0, copied.high, 0, high.length);
        System.arraycopy(low, 0, copied.low, 0, low.length);
        System.arraycopy(entries, 0, copied.entries, 0, entries.length);
        return copied;
    }

    void copy(int from, Sums other, int to) {
        System.arraycopy(high, from * KINDS, other.high, to * KINDS, KINDS);
        System.arraycopy(low, from * KINDS, other.low, to * KINDS, KINDS);
        System.arraycopy(entries, from * KINDS, other.entries, to * KINDS, KINDS);
    }
}
