package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.trade.event.Period;

/**
 * The trade of a period.
 *
 * @param coverage what the value covers
 * @param notBrokenDown trade that was recorded for the whole year, and is in none of its months; {@code null} if there
 *     is none
 */
record Observation(
        Period period,
        Amount value,
        Coverage coverage,
        @Nullable Amount notBrokenDown) {}
