package org.zoneregistry.trade.read.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.Blocks;

/**
 * The changes of a group of blocks to the sums. Sums of zones without a detail change block by block, the others once
 * for the group.
 */
final class GroupChanges {

    private final Blocks blocks;
    private final int first;
    private final Vocabulary zones;
    private final Vocabulary items;
    private final List<ChangedCells> ofZones;
    private final ChangedCells ofDetails = new ChangedCells();

    /** @param first the first block of the group */
    GroupChanges(Blocks blocks, int first, Vocabulary zones, Vocabulary items) {
        this.blocks = blocks;
        this.first = first;
        this.zones = zones;
        this.items = items;
        this.ofZones =
                Stream.generate(ChangedCells::new).limit(blocks.inGroup()).toList();
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

    /** Adds an entry of the group. */
    void add(Sum sum) {
        int zone = zones.number(sum.zone());
        add(ofZones.get(blocks.whole(sum.at() - 1) - first), SumDimension.ZONE, sum, zone, "");
        add(ofDetails, SumDimension.BUSINESS_FORM, sum, zone, sum.businessForm());
        add(ofDetails, SumDimension.HS_CHAPTER, sum, zone, sum.hsChapter());
        add(ofDetails, SumDimension.ENTERPRISE, sum, zone, sum.enterprise());
        add(ofDetails, SumDimension.PARTNER, sum, zone, sum.partner());
    }

    private void add(ChangedCells cells, SumDimension dimension, Sum sum, int zone, @Nullable String word) {
        int item = items.number(word == null ? "" : word);
        int kind = Sums.kind(sum.direction());
        cells.add(CellNumber.of(dimension, sum.year(), sum.month(), zone, item), kind, sum.fen());
        cells.add(CellNumber.of(dimension, sum.year(), -1, zone, item), kind, sum.fen());
    }

    /** The runs of all blocks, then that of the details. */
    List<Run> runs(int rowsOfPiece) {
        List<Run> runs = new ArrayList<>();
        for (int block = 0; block < ofZones.size(); block++) {
            runs.add(new Run(first + block, ofZones.get(block).run(rowsOfPiece)));
        }
        runs.add(new Run(first + blocks.inGroup() - 1, ofDetails.run(rowsOfPiece)));
        return runs;
    }
}
