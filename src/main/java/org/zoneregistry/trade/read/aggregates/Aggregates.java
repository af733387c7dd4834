package org.zoneregistry.trade.read.aggregates;

import java.util.List;

/**
 * A page of published figures.
 *
 * @param aggregates by subject, territory, period (a year before its months) and form of business, all forms first
 */
public record Aggregates(List<Aggregate> aggregates) {

    public Aggregates {
        aggregates = List.copyOf(aggregates);
    }
}
