package org.zoneregistry.statistics.concentration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Growth;
import org.zoneregistry.statistics.formula.Share;

/**
 * What the leading enterprises have, and how the others around them grow.
 *
 * @param n how many of the enterprises that are registered as leading have trade in the period
 * @param total what they have together
 * @param share of it in the trade of all enterprises
 * @param others what the other enterprises have, in the same zone if the question is about one
 * @param othersYearBefore what those that are not registered as leading had in the same period a year before; absent if
 *     nothing of any enterprise was recorded
 * @param othersGrowth the rate from the one to the other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Leading(
        long n,
        Amount total,
        Figure share,
        Amount others,
        @Nullable Amount othersYearBefore,
        Figure othersGrowth) {

    static Leading of(Set<String> leading, Map<String, Amount> enterprises, Map<String, Amount> yearBefore) {
        Amount total = sum(enterprises, leading, true);
        Amount others = sum(enterprises, leading, false);
        Amount before = yearBefore.isEmpty() ? null : sum(yearBefore, leading, false);
        return new Leading(
                enterprises.keySet().stream().filter(leading::contains).count(),
                total,
                Share.of(total, total.plus(others)),
                others,
                before,
                Growth.rate(before, others));
    }

    private static Amount sum(Map<String, Amount> enterprises, Set<String> leading, boolean ofThem) {
        return Amount.sum(enterprises.entrySet().stream()
                .filter(enterprise -> leading.contains(enterprise.getKey()) == ofThem)
                .map(Map.Entry::getValue)
                .toList());
    }
}
