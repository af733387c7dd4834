package org.zoneregistry.statistics.concentration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.InEachRow;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Concentration;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.trade.event.Period;

/**
 * The concentration of trade.
 *
 * @param by the kind of holder: enterprise, businessForm, hsChapter
 * @param zone the only zone; absent for all zones
 * @param definition what is included
 * @param n how many have trade
 * @param total their total trade
 * @param unsaid the trade of entries without a holder, which is ignored
 * @param covers what the entries cover; absent if there are none
 * @param notBrokenDown trade that was recorded for the whole year and not for the month, which is ignored; absent if
 *     there is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param hhi the Herfindahl-Hirschman index, up to 1
 * @param cr1 the share of the largest
 * @param cr4 the share of the four largest
 * @param effectiveNumber 1 / hhi
 * @param leading the leading enterprises and the others; only for enterprises
 * @param parts the largest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TradeConcentration(
        String period,
        String by,
        @Nullable String zone,
        String definition,
        int n,
        Amount total,
        Amount unsaid,
        @InEachRow @Nullable Coverage covers,
        @InEachRow @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        Figure hhi,
        Figure cr1,
        Figure cr4,
        Figure effectiveNumber,
        @Nullable Leading leading,
        List<Part> parts) {

    private static final int LARGEST = 4;

    public TradeConcentration {
        warnings = List.copyOf(warnings);
        parts = List.copyOf(parts);
    }

    static TradeConcentration of(
            Period period, Dimension by, @Nullable String zone, Kinds kinds, Basis basis, @Nullable Leading leading) {
        Collection<Amount> amounts = kinds.amounts().values();
        Amount total = kinds.total();
        return new TradeConcentration(
                period.toString(),
                by.wireName(),
                zone,
                Kinds.DEFINITION,
                amounts.size(),
                total,
                kinds.withoutKind(),
                basis.coverage(),
                basis.notBrokenDown(),
                basis.warnings(),
                Concentration.herfindahlHirschman(amounts),
                Concentration.ratio(1, amounts),
                Concentration.ratio(LARGEST, amounts),
                Concentration.effectiveNumber(amounts),
                leading,
                kinds.amounts().entrySet().stream()
                        .map(kind -> new Part(kind.getKey(), kind.getValue(), Share.of(kind.getValue(), total)))
                        .sorted(Comparator.comparing(Part::total).reversed().thenComparing(Part::value))
                        .toList());
    }
}
