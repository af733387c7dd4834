package org.zoneregistry.statistics.concentration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.Matching;
import org.zoneregistry.statistics.cube.Matching.Common;
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
 * @param othersMatchedGrowth the same of what both years cover: of each of the others, the zones that have its entries
 *     of the same month, or of the year as a whole, in both years, and these months and years alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Leading(
        long n,
        Amount total,
        Figure share,
        Amount others,
        @Nullable Amount othersYearBefore,
        Figure othersGrowth,
        Figure othersMatchedGrowth) {

    static Leading of(
            Set<String> leading,
            Map<String, Amount> enterprises,
            Map<String, Amount> yearBefore,
            List<Matching> matchings) {
        Amount total = sum(enterprises, leading, true);
        Amount others = sum(enterprises, leading, false);
        Amount before = yearBefore.isEmpty() ? null : sum(yearBefore, leading, false);
        return new Leading(
                enterprises.keySet().stream().filter(leading::contains).count(),
                total,
                Share.of(total, total.plus(others)),
                others,
                before,
                Growth.rate(before, others),
                matchedGrowth(leading, matchings));
    }

    private static Figure matchedGrowth(Set<String> leading, List<Matching> matchings) {
        List<Common> ofOthers = matchings.stream()
                .filter(matching -> isAnother(leading, matching.key().get(Dimension.ENTERPRISE)))
                .map(Matching::yearBefore)
                .filter(common -> common.zones() > 0)
                .toList();
        return ofOthers.isEmpty()
                ? Figure.none("no other enterprise has the same month or the year as a whole in both years")
                : Growth.rate(
                        Amount.sum(ofOthers.stream().map(Common::earlier).toList()),
                        Amount.sum(ofOthers.stream().map(Common::later).toList()));
    }

    /** Entries that do not say whose they are count for nothing. */
    private static boolean isAnother(Set<String> leading, @Nullable String enterprise) {
        return enterprise != null && !leading.contains(enterprise);
    }

    private static Amount sum(Map<String, Amount> enterprises, Set<String> leading, boolean ofThem) {
        return Amount.sum(enterprises.entrySet().stream()
                .filter(enterprise -> leading.contains(enterprise.getKey()) == ofThem)
                .map(Map.Entry::getValue)
                .toList());
    }
}
