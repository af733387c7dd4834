package org.zoneregistry.statistics.imbalance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Concentration;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Inequality;
import org.zoneregistry.statistics.formula.Share;

/**
 * The inequality of trade among some zones.
 *
 * @param scope which zones: all, those of a region, those of a province
 * @param value which region or province; {@code all} for all
 * @param n how many zones
 * @param total their trade
 * @param share of this total in the trade of all zones
 * @param theil Theil's index T, in nats
 * @param gini the Gini coefficient
 * @param coefficientOfVariation with the population's standard deviation
 * @param largest the zone with the most trade; absent if none has trade
 * @param largestShare its share in the trade of these zones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Spread(
        String scope,
        String value,
        int n,
        Amount total,
        Figure share,
        Figure theil,
        Figure gini,
        Figure coefficientOfVariation,
        @Nullable String largest,
        Figure largestShare) {

    static Spread of(String scope, String value, Collection<ZoneTrade> zones, Amount ofAll) {
        List<Amount> amounts = zones.stream().map(ZoneTrade::total).toList();
        Amount total = Amount.sum(amounts);
        return new Spread(
                scope,
                value,
                zones.size(),
                total,
                Share.of(total, ofAll),
                Inequality.theil(amounts),
                Inequality.gini(amounts),
                Inequality.coefficientOfVariation(amounts),
                zones.stream()
                        .filter(zone -> !zone.total().isZero())
                        .min(Comparator.comparing(ZoneTrade::total).reversed().thenComparing(ZoneTrade::zone))
                        .map(ZoneTrade::zone)
                        .orElse(null),
                Concentration.ratio(1, amounts));
    }
}
