package org.zoneregistry.zone.read.states;

import java.util.List;

/**
 * Everything that was ever known of a zone.
 *
 * @param zone its code
 * @param states by the position that first told of them, then by day; no two of them share a day and a position
 */
public record ZoneStateSpans(String zone, List<ZoneStateSpan> states) {

    public ZoneStateSpans {
        states = List.copyOf(states);
    }
}
