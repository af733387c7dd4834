package org.zoneregistry.statistics.cube;

import java.util.List;
import org.zoneregistry.trade.event.Direction;

/**
 * The columns of a direction in every row.
 *
 * @param sum the sum of the values of its entries, in fen
 * @param count how many entries
 */
record DirectionColumns(Direction direction, String sum, String count) {

    static final List<DirectionColumns> ALL = List.of(
            new DirectionColumns(Direction.IMPORT, "imports", "import_entries"),
            new DirectionColumns(Direction.EXPORT, "exports", "export_entries"),
            new DirectionColumns(Direction.TOTAL, "undirected", "undirected_entries"));

    String value() {
        return direction.wireName();
    }
}
