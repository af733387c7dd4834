package org.zoneregistry.statistics.cube;

import java.util.Map;
import org.zoneregistry.trade.event.Direction;

/**
 * One sum of the cube, and what it covers.
 *
 * @param byDirection what the part of it covers that is of one direction; empty where that was not asked for
 */
public record CoveredCell(Cell cell, Coverage coverage, Map<Direction, Coverage> byDirection) {

    public CoveredCell {
        byDirection = Map.copyOf(byDirection);
    }
}
