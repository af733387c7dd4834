package org.zoneregistry.statistics.briefing;

import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.BusinessForm;

/** The requests for the figures of a briefing, at its prefix. */
record Paths(int year, long position) {

    String composition() {
        return "/v1/statistics/composition?validAt=" + Facts.dayOfBriefing(year) + known();
    }

    String share(String territory, int of) {
        return "/v1/statistics/share?territory=" + territory + "&period=" + of + known();
    }

    /** The request for the zones' trade. One answer has both sums: from the entries, and as published. */
    String zones(String territory, int of) {
        return share(territory, of);
    }

    String ofYears(int first, boolean fromEntries) {
        return fromEntries
                ? "/v1/statistics/growth?from=" + first + "&to=" + year + known()
                : "/v1/aggregates?subject=zones&territory=CN" + known();
    }

    String form(BusinessForm form, boolean fromEntries) {
        return fromEntries
                ? "/v1/statistics/trade?from=" + year + "&to=" + year + "&businessForm=" + form.wireName() + known()
                : "/v1/aggregates?subject=zones&territory=CN&period=" + year + "&businessForm=" + form.wireName()
                        + known();
    }

    String formGrowth(BusinessForm form, boolean fromEntries) {
        return fromEntries
                ? "/v1/statistics/growth?from=" + (year - 1) + "&to=" + year + "&businessForm=" + form.wireName()
                        + known()
                : "/v1/aggregates?territory=CN&businessForm=" + form.wireName() + known();
    }

    String imbalance(Dimension by) {
        return "/v1/statistics/imbalance?period=" + year + "&by=" + by.wireName() + known();
    }

    String concentration(Dimension by) {
        return "/v1/statistics/concentration?period=" + year + "&by=" + by.wireName() + known();
    }

    private String known() {
        return "&knownAt=" + position;
    }
}
