package org.zoneregistry.statistics.cube;

import java.util.Map;
import org.zoneregistry.trade.event.Direction;

/**
 * One sum of the cube, and its coverage.
 *
 * @param byDirection the coverage of each direction; empty if not requested
 */
public record CoveredCell(Cell cell, Coverage coverage, Map<Direction, Coverage> byDirection) {

    public CoveredCell {
        byDirection = Map.copyOf(byDirection);
    }
}
