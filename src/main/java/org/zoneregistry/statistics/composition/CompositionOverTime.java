package org.zoneregistry.statistics.composition;

import java.util.List;

/**
 * How many zones of each type were live, over all days.
 *
 * @param days the days on which a number changed, in order; the numbers hold until the next such day
 */
public record CompositionOverTime(List<DayOfChange> days) {

    public CompositionOverTime {
        days = List.copyOf(days);
    }
}
