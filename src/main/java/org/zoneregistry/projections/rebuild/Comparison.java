package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A copy compared with the read model as it was at the copy's prefix.
 *
 * @param position the prefix at which both are compared
 * @param servedPosition the position of the read model when it was compared
 * @param isSame whether all tables are the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Comparison")
public record Comparison(
        String projection,
        String copy,
        long position,
        long servedPosition,
        boolean isSame,
        List<ComparedTable> tables) {

    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param servedRows how many rows the read model had at the prefix
     * @param copiedRows how many rows the copy has
     * @param onlyServed how many rows only the read model has
     * @param onlyCopied how many rows only the copy has
     * @param differences the first of those, by position
     */
    @Schema(name = "ComparedTable")
    public record ComparedTable(
            String table,
            long servedRows,
            long copiedRows,
            long onlyServed,
            long onlyCopied,
            List<RowDifference> differences) {

        public ComparedTable {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A row that only one of the two has. A row with different values counts as two such rows.
     *
     * @param position of the event that the row came with
     * @param row its columns, without keys that the database generates
     */
    @Schema(name = "RowDifference")
    public record RowDifference(long position, Side side, JsonNode row) {}

    /** The side that has the row. */
    @Schema(name = "ComparedSide")
    public enum Side {
        SERVED,
        COPIED
    }
}
