package org.zoneregistry.statistics.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The trade of a period, compared with earlier ones. Dimensions outside the breakdown are absent, and so are values
 * that entries do not have.
 *
 * @param total absent if nothing was recorded for the period
 * @param coverage what the total covers; absent if nothing was recorded for the period
 * @param coverageBefore what the total of the year before covers; absent if nothing was recorded then
 * @param yearOnYear the rate since the same period a year before
 * @param multiple the multiple of the base period, which is the first requested period
 * @param compoundAnnual the compound annual growth rate since the base period
 * @param matched the same over the common part of both years
 * @param matchedBase the same over the common part of this period and the base period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrowthRow(
        @Nullable String zone,
        @Nullable String type,
        @Nullable String province,
        @Nullable String region,
        @Nullable String businessForm,
        @Nullable String direction,
        @Nullable String hsChapter,
        @Nullable String enterprise,
        @Nullable String partner,
        String period,
        @Nullable Amount total,
        Figure yearOnYear,
        Figure multiple,
        Figure compoundAnnual,
        @Nullable Coverage coverage,
        @Nullable Coverage coverageBefore,
        Matched matched,
        MatchedBase matchedBase) {

    /**
     * Growth of the zones that have entries of the same month, or of the whole year, in this year and the year before,
     * over these months and years only.
     *
     * @param zones how many zones
     * @param zoneMonths how many pairs of zone and month
     * @param wholeYears how many pairs of zone and whole year
     */
    public record Matched(long zones, long zoneMonths, long wholeYears, Figure yearOnYear) {}

    /**
     * The same since the base period.
     *
     * @param zones how many zones
     * @param zoneMonths how many pairs of zone and month
     * @param wholeYears how many pairs of zone and whole year
     */
    public record MatchedBase(long zones, long zoneMonths, long wholeYears, Figure multiple, Figure compoundAnnual) {}

    static GrowthRow of(
            Map<Dimension, @Nullable String> group,
            String period,
            @Nullable Amount total,
            Figure yearOnYear,
            Figure multiple,
            Figure compoundAnnual,
            @Nullable Coverage coverage,
            @Nullable Coverage coverageBefore,
            Matched matched,
            MatchedBase matchedBase) {
        return new GrowthRow(
                group.get(Dimension.ZONE),
                group.get(Dimension.TYPE),
                group.get(Dimension.PROVINCE),
                group.get(Dimension.REGION),
                group.get(Dimension.BUSINESS_FORM),
                group.get(Dimension.DIRECTION),
                group.get(Dimension.HS_CHAPTER),
                group.get(Dimension.ENTERPRISE),
                group.get(Dimension.PARTNER),
                period,
                total,
                yearOnYear,
                multiple,
                compoundAnnual,
                coverage,
                coverageBefore,
                matched,
                matchedBase);
    }
}
