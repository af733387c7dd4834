package org.zoneregistry.statistics.growth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The trade of a period, against earlier ones. What figures are not taken apart by is absent; so is what entries do not
 * say.
 *
 * @param total absent if nothing was recorded for the period
 * @param coverage what the total covers; absent if nothing was recorded for the period
 * @param coverageBefore what that of the year before covers; absent if nothing was recorded then
 * @param yearOnYear the rate against the same period a year before
 * @param multiple of the base period, which is the first that was asked for
 * @param compoundAnnual the compound annual growth rate since the base period
 * @param matched the same of what both years cover
 * @param matchedBase the same of what both this and the base period cover
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
     * Growth of the zones that have entries of the same month, or of the year as a whole, in this and the year before:
     * of these months and years alone.
     *
     * @param zones how many zones
     * @param zoneMonths how many months of zones
     * @param wholeYears how many years of zones as a whole
     */
    public record Matched(long zones, long zoneMonths, long wholeYears, Figure yearOnYear) {}

    /**
     * The same against the base period.
     *
     * @param zones how many zones
     * @param zoneMonths how many months of zones
     * @param wholeYears how many years of zones as a whole
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
