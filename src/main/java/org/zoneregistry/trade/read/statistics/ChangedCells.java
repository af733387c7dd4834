package org.zoneregistry.trade.read.statistics;

import java.util.Arrays;
import java.util.List;

/** Changes to cells of the sums. A hash table of primitives, because each entry of the log is added ten times. */
final class ChangedCells {

    private static final long FREE = -1;

    private long[] cells = new long[1 << 12];
    private Sums sums = new Sums(cells.length);
    private int size;

    ChangedCells() {
        Arrays.fill(cells, FREE);
    }

    void add(long cell, int kind, long fen) {
        if (size * 2 >= cells.length) {
            grow();
        }
        int slot = slot(cell);
        if (cells[slot] == FREE) {
            cells[slot] = cell;
            size++;
        }
        sums.add(slot * Sums.KINDS + kind, fen, fen > 0 ? 1 : -1);
    }

    /** A sorted run of cells, in pieces. */
    List<byte[]> run(int rowsOfPiece) {
        long[] ordered = new long[size];
        int row = 0;
        for (long cell : cells) {
            if (cell != FREE) {
                ordered[row++] = cell;
            }
        }
        Arrays.sort(ordered);
        var pieces = new RunWriter(rowsOfPiece);
        for (long cell : ordered) {
            pieces.add(cell, sums, slot(cell));
        }
        return pieces.end();
    }

    /** The place of the cell, or the free place for it. */
    private int slot(long cell) {
        long mixed = cell * 0x9E3779B97F4A7C15L;
        int slot = (int) ((mixed >>> 32) ^ mixed) & (cells.length - 1);
        while (cells[slot] != FREE && cells[slot] != cell) {
            slot = (slot + 1) & (cells.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldCells = cells;
        Sums oldSums = sums;
        cells = new long[oldCells.length * 2];
        sums = new Sums(cells.length);
        Arrays.fill(cells, FREE);
        for (int old = 0; old < oldCells.length; old++) {
            if (oldCells[old] != FREE) {
                int slot = slot(oldCells[old]);
                cells[slot] = oldCells[old];
                oldSums.copy(old, sums, slot);
            }
        }
    }
}
