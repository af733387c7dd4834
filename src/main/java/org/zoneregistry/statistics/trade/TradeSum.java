package org.zoneregistry.statistics.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;

/**
 * One sum. Dimensions outside the breakdown are absent, and so are values that its entries do not have.
 *
 * @param undirected the sum of the entries with only a published total
 * @param total imports, exports and undirected
 * @param entries how many entries are in it
 * @param share of the total in that of all rows
 * @param coverage what the sum covers
 * @param notBrokenDown trade that was recorded for whole years, and is not in these months
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeSum(
        @Nullable String year,
        @Nullable String month,
        @Nullable String zone,
        @Nullable String type,
        @Nullable String province,
        @Nullable String region,
        @Nullable String businessForm,
        @Nullable String direction,
        @Nullable String hsChapter,
        @Nullable String enterprise,
        @Nullable String partner,
        Amount imports,
        Amount exports,
        Amount undirected,
        Amount total,
        long entries,
        Figure share,
        Coverage coverage,
        @Nullable Amount notBrokenDown) {

    static TradeSum of(CoveredCell covered, Amount all, @Nullable Amount notBrokenDown) {
        Cell cell = covered.cell();
        var key = cell.key();
        return new TradeSum(
                key.get(Dimension.YEAR),
                key.get(Dimension.MONTH),
                key.get(Dimension.ZONE),
                key.get(Dimension.TYPE),
                key.get(Dimension.PROVINCE),
                key.get(Dimension.REGION),
                key.get(Dimension.BUSINESS_FORM),
                key.get(Dimension.DIRECTION),
                key.get(Dimension.HS_CHAPTER),
                key.get(Dimension.ENTERPRISE),
                key.get(Dimension.PARTNER),
                cell.imports(),
                cell.exports(),
                cell.undirected(),
                cell.total(),
                cell.entries(),
                Share.of(cell.total(), all),
                covered.coverage(),
                notBrokenDown);
    }
}
