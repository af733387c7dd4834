package org.zoneregistry.trade.read.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.Blocks;

/**
 * The changes of a group of blocks to the sums: those of zones alone block by block, the others of the group as a
 * whole.
 */
final class BlockChanges {

    private final Blocks blocks;
    private final int first;
    private final Vocabulary zones;
    private final Vocabulary items;
    private final List<Cells> ofZones;
    private final Cells ofDetails = new Cells();

    /** @param first the first block of the group */
    BlockChanges(Blocks blocks, int first, Vocabulary zones, Vocabulary items) {
        this.blocks = blocks;
        this.first = first;
        this.zones = zones;
        this.items = items;
        this.ofZones = Stream.generate(Cells::new).limit(blocks.inGroup()).toList();
    }

    /**
     * An entry's part in sums.
     *
     * @param at the position of the event that adds or subtracts it
     * @param fen negative if it is subtracted
     */
    record Sum(
            long at,
            int year,
            int month,
            String zone,
            Direction direction,
            String businessForm,
            @Nullable String hsChapter,
            @Nullable String enterprise,
            @Nullable String partner,
            long fen) {}

    /**
     * A sorted run of cells, in pieces.
     *
     * @param block at whose end the sums have these changes
     */
    record Run(int block, List<byte[]> pieces) {}

    void add(Sum sum) {
        int zone = zones.number(sum.zone());
        add(ofZones.get(blocks.whole(sum.at() - 1) - first), SumDimension.ZONE, sum, zone, "");
        add(ofDetails, SumDimension.BUSINESS_FORM, sum, zone, sum.businessForm());
        add(ofDetails, SumDimension.HS_CHAPTER, sum, zone, sum.hsChapter());
        add(ofDetails, SumDimension.ENTERPRISE, sum, zone, sum.enterprise());
        add(ofDetails, SumDimension.PARTNER, sum, zone, sum.partner());
    }

    private void add(Cells cells, SumDimension dimension, Sum sum, int zone, @Nullable String word) {
        int item = items.number(word == null ? "" : word);
        int kind = Sums.kind(sum.direction());
        cells.add(CellNumber.of(dimension, sum.year(), sum.month(), zone, item), kind, sum.fen());
        cells.add(CellNumber.of(dimension, sum.year(), -1, zone, item), kind, sum.fen());
    }

    List<Run> runs(int rowsOfPiece) {
        List<Run> runs = new ArrayList<>();
        for (int block = 0; block < ofZones.size(); block++) {
            runs.add(new Run(first + block, ofZones.get(block).run(rowsOfPiece)));
        }
        runs.add(new Run(first + blocks.inGroup() - 1, ofDetails.run(rowsOfPiece)));
        return runs;
    }

    /** A hash table of primitives, because each entry of the log is added to it ten times. */
    private static final class Cells {

        private static final long FREE = -1;

        private long[] cells = new long[1 << 12];
        private Sums sums = new Sums(cells.length);
        private int size;

        Cells() {
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
}
