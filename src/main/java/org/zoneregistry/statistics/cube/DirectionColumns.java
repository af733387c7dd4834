package org.zoneregistry.statistics.cube;

import java.util.List;
import org.zoneregistry.trade.event.Direction;

/**
 * The columns that a direction is in every row.
 *
 * @param sum of the values of its entries, in fen
 * @param count how many entries
 */
record DirectionColumns(Direction direction, String sum, String count) {

    static final List<DirectionColumns> ALL = List.of(
            new DirectionColumns(Direction.IMPORT, "imports", "import_entries"),
            new DirectionColumns(Direction.EXPORT, "exports", "export_entries"),
            new DirectionColumns(Direction.TOTAL, "undirected", "undirected_entries"));

    /** How entries say it. */
    String value() {
        return direction.wireName();
    }
}
