package org.zoneregistry.statistics.composition;

import java.util.List;

/**
 * How many zones of each type were live, over all days.
 *
 * @param days those on which a number changed, the first one first; it stays the same until the next
 */
public record CompositionOverTime(List<DayOfChange> days) {

    public CompositionOverTime {
        days = List.copyOf(days);
    }
}
