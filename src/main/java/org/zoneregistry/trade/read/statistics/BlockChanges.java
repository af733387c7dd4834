package org.zoneregistry.trade.read.statistics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Direction;

/**
 * The changes of a block of positions to the sums, cell by cell. A hash table of primitives, because each entry of the
 * log is added to it ten times.
 */
final class BlockChanges {

    private static final long FREE = -1;

    private final Vocabulary zones;
    private final Vocabulary items;
    private long[] cells = new long[1 << 12];
    private Sums sums = new Sums(cells.length);
    private int size;

    BlockChanges(Vocabulary zones, Vocabulary items) {
        this.zones = zones;
        this.items = items;
        Arrays.fill(cells, FREE);
    }

    /** An entry's part in sums; {@code fen} is negative if it is subtracted. */
    record Sum(
            int year,
            int month,
            String zone,
            Direction direction,
            String businessForm,
            @Nullable String hsChapter,
            @Nullable String enterprise,
            @Nullable String partner,
            long fen) {}

    void add(Sum sum) {
        int zone = zones.number(sum.zone());
        add(SumDimension.ZONE, sum, zone, "");
        add(SumDimension.BUSINESS_FORM, sum, zone, sum.businessForm());
        add(SumDimension.HS_CHAPTER, sum, zone, sum.hsChapter());
        add(SumDimension.ENTERPRISE, sum, zone, sum.enterprise());
        add(SumDimension.PARTNER, sum, zone, sum.partner());
    }

    private void add(SumDimension dimension, Sum sum, int zone, @Nullable String word) {
        int item = items.number(word == null ? "" : word);
        int kind = Sums.kind(sum.direction());
        add(CellNumber.of(dimension, sum.year(), sum.month(), zone, item), kind, sum.fen());
        add(CellNumber.of(dimension, sum.year(), -1, zone, item), kind, sum.fen());
    }

    private void add(long cell, int kind, long fen) {
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
