package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.trade.event.Period;

/**
 * The trade of a period.
 *
 * @param coverage what the value covers
 * @param notBrokenDown what was recorded for the year as a whole beside the month, and is in none of its months;
 *     {@code null} if nothing was
 */
record Observation(
        Period period,
        Amount value,
        Coverage coverage,
        @Nullable Amount notBrokenDown) {}
