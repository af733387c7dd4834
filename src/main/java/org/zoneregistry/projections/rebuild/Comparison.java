package org.zoneregistry.projections.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A copy beside the read model as it was at the copy's prefix.
 *
 * @param position the prefix at which both are compared
 * @param servedPosition how far the read model had come when it was compared
 * @param isSame whether no table differs
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

    /** Copies the list. */
    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param servedRows how many rows the read model had at the prefix
     * @param copiedRows how many the copy has
     * @param onlyServed how many of them are in the read model alone
     * @param onlyCopied how many are in the copy alone
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

        /** Copies the list. */
        public ComparedTable {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A row that only one of the two has; a row that reads otherwise is two of them.
     *
     * @param position of the event that the row came with
     * @param row its columns, without keys that the database gave out
     */
    @Schema(name = "RowDifference")
    public record RowDifference(long position, Side side, JsonNode row) {}

    /** Which of the two has a row. */
    @Schema(name = "ComparedSide")
    public enum Side {
        SERVED,
        COPIED
    }
}
