package org.zoneregistry.statistics.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.CubeQuestion;

/**
 * Sums of trade.
 *
 * @param from the first period
 * @param to the last period
 * @param total of all rows
 * @param entries how many entries are in them
 * @param notBrokenDown trade that was recorded for whole years, and is in none of the requested months; absent if there
 *     is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param rows by the values of the breakdown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeSums(
        String from,
        String to,
        Amount total,
        long entries,
        @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        List<TradeSum> rows) {

    public TradeSums {
        warnings = List.copyOf(warnings);
        rows = List.copyOf(rows);
    }

    /** @param all what the rows together cover, if they separate what must not be added */
    static TradeSums of(CubeQuestion question, List<CoveredCell> cells, @Nullable Coverage all, WholeYears wholeYears) {
        Amount total =
                Amount.sum(cells.stream().map(covered -> covered.cell().total()).toList());
        Amount beside = wholeYears.total();
        return new TradeSums(
                question.from().toString(),
                question.to().toString(),
                total,
                cells.stream().mapToLong(covered -> covered.cell().entries()).sum(),
                question.from().isMonth() && !beside.isZero() ? beside : null,
                Coverage.warnings(cells.stream().map(CoveredCell::coverage).toList(), all),
                cells.stream()
                        .map(covered -> TradeSum.of(covered, total, wholeYears.beside(covered.cell())))
                        .toList());
    }
}
