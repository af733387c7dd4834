package org.zoneregistry.statistics.diagnosis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;

/** The requests that prove findings: for the same zone, period and prefix of the log. */
record Queries(String zone, Period period, @Nullable LocalDate validAt, long knownAt) {

    String concentration(Dimension by) {
        return "/v1/statistics/concentration?period=" + period + "&by=" + by.wireName() + "&zone=" + zone + times();
    }

    String similarity(Dimension by) {
        return "/v1/statistics/similarity?period=" + period + "&by=" + by.wireName() + times();
    }

    String trade(Dimension by) {
        return "/v1/statistics/trade?from=" + period + "&groupBy=zone," + by.wireName() + times();
    }

    /** The day that decides the states of zones. */
    LocalDate day() {
        return validAt == null ? period.lastDay() : validAt;
    }

    String zones() {
        return "/v1/zones?status=live&limit=1000&validAt=" + day() + "&knownAt=" + knownAt;
    }

    private String times() {
        return (validAt == null ? "" : "&validAt=" + validAt) + "&knownAt=" + knownAt;
    }
}
