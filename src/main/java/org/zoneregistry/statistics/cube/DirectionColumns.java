package org.zoneregistry.statistics.cube;

import java.util.List;
import org.zoneregistry.trade.event.Direction;

/**
 * The columns of a direction in every row.
 *
 * @param sum the sum of the values of its entries, in fen
 * @param count how many entries
 * @param parts in rows of a whole year: the parts of the year with entries, as bits
 */
record DirectionColumns(Direction direction, String sum, String count, String parts) {

    static final List<DirectionColumns> ALL = List.of(
            new DirectionColumns(Direction.IMPORT, "imports", "import_entries", "import_parts"),
            new DirectionColumns(Direction.EXPORT, "exports", "export_entries", "export_parts"),
            new DirectionColumns(Direction.TOTAL, "undirected", "undirected_entries", "undirected_parts"));

    String value() {
        return direction.wireName();
    }

    /** The filter of an aggregate over entries. */
    String filter() {
        return "filter (where direction = '" + value() + "')";
    }
}
