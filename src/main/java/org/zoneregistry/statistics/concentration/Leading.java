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
 * The trade of the leading enterprises, and the growth of the others.
 *
 * @param n how many of the enterprises that are registered as leading have trade in the period
 * @param total their total trade
 * @param share of it in the trade of all enterprises
 * @param others the trade of the other enterprises, in the same zone if the question is about one
 * @param othersYearBefore the trade of those others in the same period a year before; absent if no trade of any
 *     enterprise was recorded
 * @param othersGrowth the growth rate between the two
 * @param othersMatchedGrowth the same over the common coverage of both years: for each of the others, only zones with
 *     entries of it for the same month, or for the whole year, in both years, and only these months and years
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

    /** Entries without an enterprise are ignored. */
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
